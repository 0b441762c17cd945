"""Words that stand beside names and say that they are names, or that they are not.

Plain tables, folded; mostly English, as far as learning found a use for them.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WITH = _words("with w besides alongside con com mit avec met feat featuring")
"""Company: `with Ana`."""
COMPANY = _words(
    """
    appointment appt argue argued bday birthday brainstorm breakfast brunch call called catch-up
    catchup catching caught chat chats chatted chatting chilled coffee connect connected connecting
    convo date debrief debriefed dinner dinners discuss discussed discussing drinks facetime gym
    hang hanging hangout hike hung interview lived living lunch lunches met meet meeting meetings
    met movie out pair paired pairing party picnic played ran run shared sit sitting spar speak
    speaking spoke sync synced syncing talk talked talking talks tea time trip up walk walked
    walking walks work worked working zoom
    """
)
"""What people do with people: `dinner with Ana`, `connect w amy`."""
OWNED = _words(
    """
    aunt bag bday bedroom bf bike birthday boss boyfriend brother calendar car cat colleague couch
    cousin cousins dad daughter desk dog draft email engagement eyes face family father feedback
    flat friend friends funeral gf girlfriend graduation grandma grandpa hair hands husband idea
    inbox kid kids kitchen laptop mail manager message mom mother mum notes onboarding opinion
    parents partner phone place proposal question questions roommate shoulder shower sister sofa
    son suggestion surgery talk team text texts uncle voice wedding wife
    """
)
"""What only people have, or seldom anything else: `A's birthday`."""
MEETINGS = _words(
    """
    bday birthday call catch-up catchup chat convo dinner interview lunch meeting meetings sync
    visit visits wedding
    """
)
"""What is held with people: `ana call`."""
BY = _words("by von par door")
"""Authorship: `by Ana`."""
DONE = _words(
    """
    acquired affected applied backed blocked caused certified configured defined deployed
    detected determined driven emitted enabled enforced funded generated hosted imported issued
    limited manufactured owned patched powered processed provided published referenced rejected
    rendered replaced represented required resolved returned served set sold sponsored stored
    supplied supported surrounded tracked triggered used
    """
)
"""What things and companies do at least as often as people: `powered by Ana`."""
MET = _words(
    """
    hola querida querido liebe lieber chère cher meet meets meeting call
    called calls calling told tell telling ask asked asks asking text texted texting message
    messaged messaging saw see thank thanks thanked invite invited visit visited visiting help
    helped helping join joined dm dmed email emailed emailing rang ring ringing phoned hugged
    miss missed missing taught teach introduced interviewed love loved knew remind reminded dear
    hi hey hello congrats quoting quote quotes like ping pinged pairing owe owes owed cc beat
    married kissed besides except versus vs

    danke tschuss fragte besuchte treffen traf gracias visitar conoci llame llamar
    merci salut bonjour voir obrigado obrigada encontrei visitei ciao grazie bedankt hallo
    """
)
"""Words whose object is a person more often than not."""
IN = _words("in at near around inside across outside into within via en em à bei chez")
"""Places."""
PREPOSITIONS = _words(
    """
    to from for about of on after like as than per
    aan d' de fur para per por pour sur uber van von voor zu
    """
)
DETERMINERS = _words(
    """
    the a an this that these those my your our his her their its some any every each no another
    whole same other more many few all both first second last next new old el la los las un una
    o os le les der die das ein eine het een
    """
)
AND = _words("and & y e und et or en plus")
PRONOUNS = _words(
    """
    me i you him her us them we he she they ik mij wij
    ich mich mir wir uns sie er moi je nous lui elle yo nosotros nosotras ellos eu nós io noi
    """
)
KIN = _words(
    """
    uncle aunt auntie aunty grandma grandpa granny nana cousin pastor professor prof dr mr mrs
    ms mx meneer mevrouw tante oom tia tio señor señora senor senora herr frau coach avó
    abuela abuelo oma opa sir dame lady lord doctor father sister brother rabbi imam saint st
    captain judge senator
    """
)
"""Titles and relations that stand before a name."""
RELATIVES = _words("brother cousin father sister")
"""Of these, those that stand before a name behind `my` too: `my cousin Ana`, but `Sister Ana`."""
OWNERS = _words("my your his her its our their")
ROLES = _words(
    """
    actor actress architect artist author baby barber bestie boss boyfriend bro brother buddy
    candidate cellist ceo chef classmate client co-founder coach cofounder colleague composer cousin
    coworker cto customer dad daughter designer developer director driver economist engineer ex
    father fiance fiancee fiancé fiancée flatmate founder friend girlfriend granddaughter grandson
    guide historian host housemate husband intern investor journalist landlady landlord lecturer
    manager mate mathematician mentor mom mother mum musician named neighbor neighbour nephew niece
    novelist nurse painter pal partner pastor person philosopher photographer physicist pianist poet
    professor psychologist researcher roomie roommate scientist sculptor sibling singer sis sister
    son student supervisor teacher teammate theologian therapist tutor twin wife writer
    """
)
"""What a person is, before the name: `physicist Michael Faraday`."""
SAID = _words(
    """
    said says say asks asked told tells thinks thought wrote writes explains explained argues
    argued mentioned mentions suggested suggests shares shared talks talked recommended
    recommends believes believed notes noted describes described replied answered laughed smiled
    cried introduced loves loved likes liked hates hated drove helped invited joined met called
    texted showed taught teaches knew knows wants wanted agreed agrees cooked brought promised
    insisted offered proposed asking reminded reckons sang hugged sent drew painted

    sagt sagte meint meinte fragt erzahlt ruft schreibt schrieb dice dijo cuenta conto pregunta
    pregunto llama llamo dit disait demande raconte appelle disse falou contou zegt zei vroeg
    """
)
"""What people do."""
AUX = _words(
    """
    is was has had does did will can could would should may might got made makes came comes left
    gave gives went goes took takes used started starts looked looks seems felt feels just never
    always also still already once then who again too isn't wasn't doesn't didn't won't

    ist hat hatte wird kann kam kommt ging geht macht es era esta estaba ha habia fue va viene
    vino tiene tenia est etait avait vient aveva viene foi tem tinha vai veio heeft had
    kwam komt
    """
)
"""What people and things do."""
THINGS = _words(
    """
    academy agency airport algorithm analytics api app arena association ave avenue award awards
    bakery band bank bar bay beach beta bible blog blvd book books boulevard bridge browser
    building cafe café camp canal capital castle cathedral center centre chain church cinema
    city class cli client clients club coast codespaces coffee collective college company
    conference config conjecture corp council county court creek cup dashboard dataset day demo
    demos disease distance distribution district edition editor effect engine enterprise
    equation exam extension extensions falls farm festival filter force forest foundation
    framework fund gallery garden gardens gateway group gui guild hackathon hall harbour hill
    hills hospital hotel house hypothesis inc inn installer installs institute island journal
    kitchen lab labs lake lane law laws library ltd magazine mall market matrix method mode
    model models mountain museum news newsletter number ocean office onboarding organisation
    organization palace paper paradox park party pass pier place plan platform plaza plugin
    plugins podcast point port prefecture press principle prize problem process productions
    project province pub quartet quickstart records release republic restaurant ridge river road
    rock room route rule sauce school score sdk sea seed series server servers service services
    shop society software square st stadium state station store strait street streets studio
    studios summit syndrome system team technique technologies template templates temple terrace
    test theater theatre theorem theory times tool toolkit tools tour tower town tracker trail
    transform tunnel ui university valley ventures version versions village website week wharf
    wine workflow workflows zoo
    """
)
"""Things named after people and places: `Bayes theorem`, `Lombard street`."""
NAMING = _words("called named")
NAMED = THINGS | _words(
    """
    also animal are be been being bird boat car cat country dish dog drink feature film fish format
    game horse is kitten language movie page pet play poem puppy script section series ship show
    something song story thing track vendor was website were
    """
)
"""What has a name and is nobody: `a town called Ashgrove`."""
PLACES = _words(
    """
    auberge avenida avenue boulevard cafe café calle camino campo carrer casa chateau château cerro
    colonia costa hotel hostal hôtel isla isola lac lago lake laguna mont monte mount palazzo parc
    parque piazza place playa plaza pont ponte porte porto praia praça puerta puerto punta quai
    restaurant rio rua rue río schloss selva sierra strada val valle via villa ville
    """
)
"""Kinds of places, which stand first in most languages: `Lago Maggiore`."""
ROSTER = _words(
    """
    present attendees attending attended participants absent apologies regrets cc owner owners
    assignee assigned facilitator facilitators scribe host hosts guest guests speaker speakers
    author authors notetaker moderator chair panel interviewer interviewee who people team
    presenter reviewer reviewers lead organizer organisers organizers

    anwesend abwesend entschuldigt teilnehmer teilnehmende teilnehmerinnen moderation aanwezig
    afwezig deelnemers notulist presents absents participants asistentes presentes ausentes
    participantes presenti assenti partecipanti
    """
)
"""Labels of lists of people: `Present: Ana, Bo`."""
TASK = _words("action actions ai assigned by for follow-up followup for task tasks todo who")
"""Labels of things to do, behind which the one who does them may stand: `AI: Raj to call`."""
DAYS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march july september
    october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar
    februar marz juli oktober dezember
    enero febrero marzo abril agosto septiembre octubre noviembre diciembre lunes martes
    miercoles jueves viernes janvier fevrier avril juin juillet aout septembre octobre novembre
    decembre lundi mardi mercredi jeudi vendredi samedi dimanche
    """
)
"""Days and months that are nobody's name."""
MONTHS = _words("april may june august")
"""Months that are names too."""
ORDINALS = _words("st nd rd th")
"""What stands behind the number of a day: `1st April`."""
NORTHERN = _words("van von bin ibn")
"""Particles with which a name in lower case may begin: `van gogh`."""
DATING = _words("by during each early end every in last late mid next of since this til till until")
"""What stands before a month, and hardly before a person: `in April`."""
JOINTS = _words("von de di")
"""Particles that join a name to any noun too: `Geburtstag von Lena`."""
PARTICLES = _words("van von der den de del della di da du la le bin ibn al ter ten dos das el")
STOP = _words(
    """
    a an and are as at be but by can did do for from had has have he her here his how i if in
    into is it its just may me my new no not of off on one or our out over she so that the then
    there they this to up was we went what when where who why will with you your yes
    """
)
"""Ordinary words that a sentence begins with, though some are names somewhere."""
FOREIGN = _words(
    """
    aber alle alles als am auch auf aus bei bis daher damit dann dass dein deine dem denn deren
    dich die dies diese diesem diesen dieser dieses dir doch dort durch ein eine einem einen
    einer eines er es etwas euch euer für gegen gerade habe haben hat hatte heute hier hinter
    ich ihm ihn ihnen ihr ihre ihrem ihren im immer ist jede jeder jetzt kann kein keine können
    mein meine meinem meinen meiner mich mir mit morgen muss nach nicht nichts noch nun ob oder
    ohne schon sehr sein seine seit sich sie sind um und uns unser unsere unter viel viele vom
    vor war waren was welche wenn wer werden wie wieder wir wird wo wurde während zum zur
    zwischen über

    au aussi aux avant avec avoir beaucoup bien ce ceci cela ces cet cette ceux chaque chez ci
    comme dans depuis donc dont elles encore entre est et eux fait ils je jusque leur leurs lors
    lui mais mes moi moins mon même nos notre nous ou où par parce pas pendant peu peut plus
    pour pourquoi près puis quand que quel quelle qui quoi rien sans ses si sont sous suis sur
    ta tes toi ton tous tout toute toutes trop très une vers voici voilà vos votre vous étaient
    était être

    ahora algo algunos allí antes aquel aquella aquí así aunque aún cada como con contra cual
    cuando cuanto desde después donde durante ellas ellos en entonces era eran eres es esa ese
    eso esos esta este esto estos estoy está están fue fueron ha había hace hacia hasta hay hoy
    las les los me menos mi mientras mis muy más nada ningún no nos nosotros nuestra nuestro
    nunca otra otro para pero poco por porque puede pues que quien quién qué según se ser siempre
    sin sobre solo somos son soy su sus también tanto te tengo tiene todas todo todos tu tus un una
    unas uno unos usted ya yo él

    agora ainda ao aos aquele até cada coisa com como dela dele depois do elas ele eles então
    essa esse esta estou eu foi foram isso isto já lhe mais mas me mesmo meu minha muita muito
    na nas nem nenhum nos nossa nosso num numa nunca não onde os ou pela pelo pois porque quando
    quem sempre ser seu seus sua suas são também tem tenho teu tudo uma umas você

    adesso alle allora anche ancora ci con cosa così dalle degli dei delle dentro dopo dove
    durante ecco erano essere fra gli il io loro lui meno molto negli nei nel nelle niente noi
    non nostra nostro oggi ogni perché però più poi qualche quale quando quella quelle quelli
    quello questa queste questi questo qui quindi senza sia sono sopra sotto sta stato sua sul
    sulla suo tra tua tuo tutti tutto una voi è

    aan alleen altijd bij daar dat deze dit door echter een geen gisteren haar heb hebben heeft
    hem het hier hij hoe hun ja jij jou jouw jullie kon maar mag meer met mij mijn moet naar
    niet nog nooit onder ons onze ook op over tegen toch toen tot uit vandaag veel voor waar
    wanneer want wat weer werd wij worden zal zei zich zij zijn zo zonder zou zullen
    """
)
"""Words that join others in German, French, Spanish, Portuguese, Italian and Dutch, unfolded."""
NAMESAKES = frozenset(
    " ".join(name.split())
    for name in """
    abercrombie, albert heijn, alexa, alice in chains, arnold palmer, aston martin, belle and
    sebastian, betty crocker, bloody mary, bobbi brown, brooks brothers, calvin klein, carolina
    herrera, cartier, chanel, charles schwab, charlotte tilbury, christian dior, christian
    louboutin, claude, claude code, claude haiku, claude opus, claude sonnet, cortana, doc
    martens, domino, donna karan, dr martens, dr pepper, duncan hines, eddie bauer, elizabeth
    arden, estee lauder, fannie mae, ferrari, fleetwood mac, ford, franz ferdinand, freddie mac,
    gemini, giorgio armani, goldman sachs, harley davidson, harley-davidson, harry winston,
    haskell, hugo boss, iron maiden, j p morgan, jack daniel, jack daniels, jethro tull, jim
    beam, jimmy choo, jimmy dean, john deere, john varvatos, johnnie walker, jp morgan, kate
    spade, kenneth cole, kraft heinz, lacoste, lorem, lorem ipsum, louis vuitton, lynyrd
    skynyrd, marc jacobs, mercedes, mercedes benz, mercedes-benz, merrill lynch, michael kors,
    miss universe, miss world, mistral, molly hatchet, morgan stanley, mr olympia, mr universe,
    nando, neiman marcus, oscar mayer, papa john, pascal, perry ellis, pink floyd, porsche,
    raising cane, ralph lauren, ray ban, ray-ban, rolls royce, rolls-royce, saint laurent, sara
    lee, siri, steely dan, stella artois, stella mccartney, steve madden, ted baker, tesla, tim
    hortons, tommy hilfiger, tory burch, trader joe, vera bradley, vera wang, warby parker,
    watson, wells fargo, yves saint laurent
    """.split(",")  # noqa: SIM905 - a table of quoted words would be unreadable
)
"""Products, brands, bands and contests that bear a person's name, the best known."""
