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
BY = _words("by por von par door")
"""Authorship: `by Ana`."""
MET = _words(
    """
    hola querida querido liebe lieber chère cher meet meets meeting call
    called calls calling told tell telling ask asked asks asking text texted texting message
    messaged messaging saw see thank thanks thanked invite invited visit visited visiting help
    helped helping join joined dm dmed email emailed emailing rang ring ringing phoned hugged
    miss missed missing taught teach introduced interviewed love loved knew remind reminded dear
    hi hey hello congrats quoting quote quotes like ping pinged pairing owe owes owed cc beat
    married kissed besides except versus vs
    """
)
"""Words whose object is a person more often than not."""
IN = _words("in at near around inside across outside into within via en em à bei chez")
"""Places."""
PREPOSITIONS = _words("to from for about of on after like as than per")
DETERMINERS = _words(
    """
    the a an this that these those my your our his her their its some any every each no another
    whole same other more many few all both first second last next new old el la los las un una
    o os le les der die das ein eine het een
    """
)
AND = _words("and & y e und et or en plus")
PRONOUNS = _words("me i you him her us them we he she they")
KIN = _words(
    """
    uncle aunt auntie aunty grandma grandpa granny nana cousin pastor professor prof dr mr mrs
    ms mx meneer mevrouw tante oom tia tio señor señora senor senora herr frau coach avo avó
    abuela abuelo oma opa sir dame lady lord doctor father sister brother rabbi imam saint st
    captain judge senator
    """
)
"""Titles and relations that stand before a name."""
ROLES = _words(
    """
    actor actress architect artist author boss ceo cellist chef co-founder coach cofounder
    colleague composer coworker cto dad designer developer director economist engineer founder
    friend historian investor journalist lecturer manager mathematician mom mum musician named
    neighbour neighbor novelist nurse painter person philosopher photographer physicist pianist
    poet professor psychologist researcher roomie roommate scientist sculptor singer teacher
    theologian therapist writer
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
    """
)
"""What people do."""
AUX = _words(
    """
    is was has had does did will can could would should may might got made makes came comes left
    gave gives went goes took takes used started starts looked looks seems felt feels just never
    always also still already once then who again too isn't wasn't doesn't didn't won't
    """
)
"""What people and things do."""
THINGS = _words(
    """
    academy agency airport algorithm api app arena ave avenue award awards bakery band bank bar
    bay beach bible blog blvd book books boulevard bridge building cafe café camp canal capital
    castle cathedral center centre chain church cinema city class club coast coffee college
    company conference conjecture corp council county court creek cup dataset day disease
    distance distribution district effect equation exam falls farm festival filter force forest
    foundation framework fund gallery garden gardens group guild hackathon hall harbour hill
    hills hospital hotel house hypothesis inc inn institute island journal kitchen lab labs lake
    lane law laws library ltd magazine mall market matrix method mode model models mountain
    museum news newsletter number ocean office palace paper paradox park party pass pier place
    plan platform plaza podcast point port prefecture press principle prize problem process
    productions project province pub quartet records release republic restaurant ridge river
    road rock room route rule sauce school score sea seed series shop society software square st
    stadium state station store street strait streets studio studios summit syndrome system team
    technique technologies temple terrace test theater theatre theorem theory times tools tour
    tower town trail transform tunnel university valley ventures village website week wharf wine
    zoo
    """
)
"""Things named after people and places: `Bayes theorem`, `Lombard street`."""
ROSTER = _words(
    """
    present attendees attending attended participants absent apologies regrets cc owner owners
    assignee assigned facilitator facilitators scribe host hosts guest guests speaker speakers
    author authors notetaker moderator chair panel interviewer interviewee who people team
    presenter reviewer reviewers lead organizer organisers organizers
    """
)
"""Labels of lists of people: `Present: Ana, Bo`."""
TASK = _words("action actions ai assigned by for follow-up followup for task tasks todo who")
"""Labels of things to do, behind which the one who does them may stand: `AI: Raj to call`."""
DAYS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march july september
    october november december
    """
)
"""Days and months that are nobody's name."""
PARTICLES = _words("van von der den de del della di da du la le bin ibn al ter ten dos das el zu")
STOP = _words(
    """
    a an and are as at be but by can did do for from had has have he her here his how i if in
    into is it its just may me my new no not of off on one or our out over she so that the then
    there they this to up was we went what when where who why will with you your yes
    """
)
"""Ordinary words that a sentence begins with, though some are names somewhere."""
NAMESAKES = frozenset(
    " ".join(name.split())
    for name in """
    abercrombie, albert heijn, alexa, alice in chains, arnold palmer, aston martin,
    belle and sebastian,
    betty crocker, bloody mary, bobbi brown, brooks brothers, calvin klein, carolina
    herrera, cartier, chanel, charles schwab, charlotte tilbury, christian dior, christian
    louboutin, claude, claude code, claude haiku, claude opus, claude sonnet, cortana, doc
    martens, domino, donna karan, dr martens, dr pepper, duncan hines, eddie bauer,
    elizabeth arden, estee lauder, fannie mae, ferrari, fleetwood mac, ford, franz
    ferdinand, freddie mac, gemini, giorgio armani, goldman sachs, harley davidson,
    harley-davidson, harry winston, haskell, hugo boss, iron maiden, j p morgan, jack
    daniel, jack daniels, jethro tull, jim beam, jimmy choo, jimmy dean, john deere, john
    varvatos, johnnie walker, jp morgan, kate spade, kenneth cole, kraft heinz, lacoste,
    louis vuitton, lynyrd skynyrd, marc jacobs, mercedes, mercedes benz, mercedes-benz,
    merrill lynch, michael kors, mistral, molly hatchet, morgan stanley, nando, neiman
    marcus, oscar mayer, papa john, pascal, perry ellis, pink floyd, porsche, raising cane,
    ralph lauren, ray ban, ray-ban, rolls royce, rolls-royce, saint laurent, sara lee, siri,
    steely dan, stella artois, stella mccartney, steve madden, ted baker, tesla, tim
    hortons, tommy hilfiger, tory burch, trader joe, vera bradley, vera wang, warby parker,
    watson, wells fargo, yves saint laurent
    """.split(",")  # noqa: SIM905 - a table of quoted words would be unreadable
)
"""Products, brands and bands that bear a person's name, the best known."""
