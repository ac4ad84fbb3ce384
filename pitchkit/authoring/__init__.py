"""Writing in a library of one's own: schemas for editors, a workspace to begin in, a new entry where it belongs."""

from pitchkit.authoring.adding import Addition, documents, file_for, open_library, prepare, taken, write
from pitchkit.authoring.drafting import Draft
from pitchkit.authoring.schemas import line_above, refresh_schemas, schema, write_schemas
from pitchkit.authoring.workspace import Begun, begin

__all__ = [
    "Addition",
    "Begun",
    "Draft",
    "begin",
    "documents",
    "file_for",
    "line_above",
    "open_library",
    "prepare",
    "refresh_schemas",
    "schema",
    "taken",
    "write",
    "write_schemas",
]
