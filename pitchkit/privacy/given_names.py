"""First names that many people in the Netherlands bear: a list of our own, of many backgrounds, for what no form tells."""

from __future__ import annotations

from typing import Final

GIVEN: Final = frozenset(
    """
    aad aafke abdul abdullah abdurrahman achmed adriaan agnieszka ahmad ahmed ahmet aicha aisha albertine alejandra
    aleksandra alexander alfred ali alida alie alina aliyah amal amin amina amir amira amsale anastasia andrea andreas
    andrei andrej andrew andries andriy angela angelique anita anja anke anne anneke annelies annemarie annemiek annet
    annette annie anouar anouk ans antje antoinette anton antonio aram arend arie arjan arjen arnold arthur asha ashwin
    astrid aya ayaan ayoub ayse ayşe aziz badr barbara bart bashir beata beatrix beppie berend berhane bernard bert bertus
    betty bianca bilal bilge björn boris bram brenda brigitte burak carla carlos carola carolien caroline catharina cees
    chantal charlotte chris christa christiaan christina christine cindy claudia coby colinda constantijn cora corine
    cornelia cornelis corrie daan danielle daniël daniëlle daphne dariusz dawit debby debora dennis derya desiree diana dick
    diederik dimitri dirk dominique dorien dorota driss edith edwin eelco elif eline elisa elisabeth elise elizabeth ellen
    elly els elsa elske emiel emily emine emma emre erdal erik esmee esra esther evelien evelyn ewa ewout fadi fadma fahad
    faisal farah farid fatih fatiha fatima fatma fatou fatoumata femke ferdinand feyza filiz floor florian floris francien
    francisca frank frans frederik freek frida frits froukje gabriela geert geertje gerard gerben gerda gerrie gerrit gert
    gertjan gertrude ghazal gijs gijsbert gina gizem greet greetje grietje guido guus gülay gülsen habiba hakan hakim halil
    halima hamid hamza han hanna hannah hanneke hannie hans harm harrie harriet hasan hassan hatice hayat hedwig heidi
    helena helga hendrik henk hennie henny henri herman hermien hicham hilda hilde hoda houda huda hugo hussein hüseyin
    ibrahim ida ilham ilona ilse iman imane imke ina inge ingrid irena irene irina iris irma isabel isabella ismail ivan ivo
    jaap jacob jacoba jacqueline jacques jamal jamila jan janine janna janneke jannie janny jans janusz jasper jeanette
    jelle jenny jeroen jerzy jesse jessica joana joanna jochem joep johan johanna johannes johnny jolanda jolanta joost
    jorien joris jos josef josephine josé joyce judith julia julian jurgen justyna jürgen kaan kadir kamal kamila karel
    karim karima karin karlijn karolina katarzyna kateryna kees kemal kerem khadija khaled khalid kim klaas klaasje koen
    koos krystyna krzysztof kubra laila lamia lars laura laurens leila lena lennart leo leonie leontien lia lianne lidia
    lieke lies liesbeth lisa lisanne lise loes lotte louis louise lubna lucas lucia lucie luuk lydia maaike maarten maartje
    machteld magda magdalena mahmoud mahmut malgorzata malika manon marc marcel marcin marga margot margreet margriet maria
    mariam marianne marieke marielle marije marijke marina marion mariska marit mariëlle marjan marjo marjolein marjolijn
    marko marleen marlies marloes marta martha martijn martin martine maryam mathijs matthijs maurice maurits małgorzata
    mehmet melissa meryem michael michał michel michelle michiel mieke miep mies miguel mike milan milou mina mireille
    miriam mirjam mohamad mohamed mohammad mohammed monika monique mostafa mounir mourad muhammad muhammed murat mustafa
    myrna myrthe nabil nadia nadine naima najat najib nancy naomi natalia natascha nathalie neeltje nel nellie nico nicolaas
    nicole niek niels nienke nina noortje nour noura nynke oksana olaf oleksandr olena olga omar onno osman ouafa oumaima
    pascal patricia patrick paul paula paulien pauline pavel pedro peter petra petronella pien piet pieter pietje pim piotr
    rachid rachida radjesh rafael rahel rahma ramazan ramon randa rania rashida raymond rebecca reem reinier renate renee
    rené renée reza ria riad ricardo richard rick rida riet rik rina rita robbert robert roberto roel roelof roland ron
    ronald ronny rosalie rowan roxanne ruben rudolf rudy rutger ruth ruud saar sabine sabrina sahar said saida salim salma
    samantha samir samira sander sandra sanne sara sarah saskia saïd sebastiaan selim selma semere serge serkan sevda sevgi
    shanti sharon sherif shirley shoaib sibel sietske sigrid silvia simone sjaak sjoerd sofia sofie sonja sophie soraya
    soufiane stefan stefanie stella stephan steven stijn suleyman sultan susan susanne suzan suzanne svetlana svitlana
    sylvana sylvia süleyman tahir tamara tanja tarik tariq tekle tesfay teun teuntje thea theo theodorus thijs thomas tineke
    tiny tjitske tonny toos trudy truus tugba ursula valentina vanessa vera veronica victor viktor vincent virginia vivian
    volodymyr wafa walid walter wanda warda wendy werner wesley wessel wiebe wijnand wilco wilhelmina willeke willem
    willemien willemijn willy wilma wim winston wouter xander yara yasemin yasin yasmin yasmina yasmine yassin yassine
    yolanda yosef yousef youssef yulia yusuf yvette yvonne zahra zainab zakaria zehra zeynep zineb zofia zohra zoë özlem
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
"""Names in small letters; `known.ALSO_NAMES` has those that are ordinary words as well."""
