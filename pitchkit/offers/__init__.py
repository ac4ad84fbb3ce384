"""Offers: what a buyer asks, and what is answered. Tenders, quotations and grant applications."""
