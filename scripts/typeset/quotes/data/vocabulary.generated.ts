/**
 * Ordinary English words, sorted by code units: those that two of the learner's novels have; made by `node bench/typography-learn.mjs`.
 */
export const vocabulary = `aback abandon abandoned abandoning abandonment abasement abashed abated abating abbey abed aberration abet abeyance abhorred
abhorrence abhorrent abide abiding abilities ability ablaze able abnormal aboard abode abominable abominably abominate aborigines
about above abraham abreast abroad abrupt abruptly abruptness absence absences absent absently absolute absolutely absorb absorbed
absorbing abstract abstracted abstractedly abstraction absurd absurdity absurdly abundance abundantly abuse abyss accent accents
accept acceptable acceptance accepted accepting accepts access accident accidental accidentally accidents accommodation accompanied
accompaniment accompany accompanying accomplice accomplish accomplished accomplishment accomplishments accord accordance according
accordingly accosted account accounted accounting accounts accumulation accuracy accurate accurately accursed accusation accusatory
accuse accused accusing accustomed ace ache ached achieve achieved achievement achievements achieving aching acid acknowledge
acknowledged acknowledging acknowledgment acknowledgments acquaint acquaintance acquaintances acquainted acquiesce acquiesced
acquiescence acquire acquired acquiring acquisition acquit acquitted acre acreage acres acrid across act acted acting action
actions active actively activities activity actor actors acts actual actually acumen acute acutely ad adam adamantine adapt
adaptation adapted add added adding addition additional additions addle address addressed addresses addressing adequate adequately
adhered adjacent adjoining adjourned adjusted adjusting administer administered administration admirable admirably admiralty
admiration admire admired admirer admires admiring admiringly admission admit admits admitted admitting adopt adopted adoration
adore adored adoring adrift adult advance advanced advancement advances advancing advantage advantageous advantages adventure
adventures adventurous adversary advertise advertised advice advisable advise advised advocate afar affability affable affair
affairs affect affectation affected affecting affection affectionate affectionately affects affinity affirmative afflicted
affliction afford afforded affording affront afield afire afoot afore aforesaid afraid afresh africa african aft after afternoon
afternoons afterthought afterward afterwards again against age aged agency agent agents ages aggressive aghast agile agility agin
agitate agitated agitation ago agone agonies agonized agonizing agony agree agreeable agreeably agreed agreeing agreement
agreements agricultural aground ague ah aha ahead ahoy aid aided aiding aids aim aimed aiming aimlessly aims air aired airily
airing airless airs airy aisle ajar akimbo akin al alacrity alarm alarmed alarming alarms alas alcohol alcove alder ale alert
alexander alibi alien alight alighted alighting alike alive all allay allayed alleviate alleviated alley alliance allied allies
allotted allow allowable allowance allowances allowed allowing allows allude alluded alluding allusion ally almanac almighty almost
aloft alone along alongside aloof aloud already also altar alter alteration alterations altered altering alternate alternately
alternative alters although altogether always am amateur amaze amazed amazement amazing ambition ambitious ambled ambulance ambush
amen amends america american americans amiable amiably amid amidst amiss ammunition among amongst amorous amount amounted amounting
amounts ample amply amuck amuse amused amusement amusements amusing an analysed analysis analytical anarchy anatomy ancestor
ancestors ancestral anchor anchorage anchored ancient and anecdote anew angel angeles angelic angels anger angered angle angles
angrier angrily angry anguish angular angularities animal animals animate animated animation animosity ankle ankles anne annexed
annihilated annihilation anniversary announce announced announcement announcements announcing annoyance annoyed annoying annual
annum anon anonymous another answer answerable answered answering answers antagonism antechamber anteroom anti anticipate
anticipated anticipating anticipation anticipations anticlimax antipathetic antique antwerp anvil anxieties anxiety anxious
anxiously any anybody anyhow anyone anything anyway anyways anywhere anywheres apart apartment apartments apathetic apathy aperture
apiece apollo apologetic apologetically apologies apologise apologised apologized apology apoplectic apostrophizing apothecary
appalled appalling apparatus apparel apparent apparently apparition appeal appealed appealing appealingly appeals appear appearance
appearances appeared appearing appears appeased appertaining appetite appetites applaud applauded applause apple apples appliances
application applied applies apply applying appointed appointment appointments apportioned appraised appreciate appreciated
appreciation appreciative apprehend apprehending apprehension apprehensions apprehensive apprehensively apprentice apprenticed
apprenticeship apprised approach approached approaches approaching approbation appropriate appropriated approval approve approved
approving approvingly approximately april apron aprons apt arabian arbitrary arbor arc arch archbishop arched arches archimedes
architecture archly archness archway ardent ardour are area arena argue argued argues arguing argument argumentative arguments
aright arise arisen arises arising aristocracy aristocratic arithmetic ark arm armaments armchair armchairs armed armful armies
armour arms army aroma arose around arouse aroused arrange arranged arrangement arrangements arranges arranging array arrayed
arraying arrear arrest arrested arresting arrival arrive arrived arrives arriving arrogance arrogant arrogate arrow art arter
artful artfully arthur article articles artificial artificially artist artistic artists artlessness arts as ascend ascended
ascending ascends ascent ascertain ascertained ascertaining ash ashamed ashen ashes ashore ashtray ashtrays ashy asia aside asinine
ask asked asking asks aslant asleep aspect aspects asperity asphalt aspirations ass assailant assailed assault assembled assembling
assembly assent assented assert asserted asserting assertion assertions asses assiduously assigned assimilated assist assistance
assistant assisted assisting associate associated associates associating association associations assume assumed assuming
assumption assurance assure assured assuredly assuring astern astir astonish astonished astonishing astonishment astounded
astounding astray astride astronomy astute asunder asylum at ate athletic athwart atmosphere atonement atop attach attached
attachment attachments attack attacked attacking attacks attained attempt attempted attempting attempts attend attendance attendant
attendants attended attending attention attentions attentive attentively attic attire attired attitude attitudes attorney attract
attracted attracting attraction attractions attractive attribute attributed attributes auburn auction audacious audible audibly
audience auditor auditors aught augmented august aunt aunts aurora austere austerity australia austrian authentic author
authorities authority authorizing automatic automatically automobile automobiles autopsy autumn avail available avarice avenge
avenging avenue average aversion averted avidity avoid avoidance avoided avoiding avowal avowed aw await awaited awaiting awake
awaked awaken awakened awakening aware awareness away awe awed awestricken awful awfully awhile awkward awkwardly awkwardness awoke
ax axe ay aye babble babbling babby babies baby babyhood baccy bachelor back backdoor backed background backing backs backsliding
backward backwards backwater backyard bacon bad bade badger badly baffle baffled baffling bag baggage baggy bags bah bail bailey
baily bait baited baiting baize baked baking balance balanced balancing balconies balcony bald baleful bales ball ballad ballast
balloon ballroom balls balm balmy band bandage bandaged bandages bands bang banged banging banish banished banisters bank banked
banker bankers banking banknotes bankrupt banks banner banners banns banquet banqueted baptism bar barbarous barbarously bare bared
barefaced barefoot barefooted bareheaded barely bareness bargain bargained barge bargemen barges bark barked barking barley barn
baronet baronetcy barracks barred barrel barreled barrels barren barrier barring barrow bars base based basely basement basest
bashful basin basis basket basketful baskets basking bass bastard bat batch batches bath bathe bathed bathing bathrobe bathrobes
bathroom bathtub batten battered battering battery batting battle battlements battles battleship bawling bay bays bazaar be beach
beacon beaded beads beady beak beaks beam beamed beaming beams beans bear beard bearded bearer bearing bearings bears beast beastly
beasts beat beaten beating beats beauties beautiful beautifully beauty became because beckoned become becomes becoming bed
bedchamber bedclothes bedding bedroom bedrooms beds bedside bedstead bedtime bee beech beeches beef beefy beeline been beer beers
bees beetle beetles beetling befall befallen before beforehand befriended beg began beggar beggars begged begging begin beginning
beginnings begins begs beguile begun behalf behave behaved behaves behavior behaviour beheld behind behold beholden beholding being
beings beknown belated belgians belied belief beliefs believe believed believes believing bell belled bellow bellowed bellowing
bellpull bells belly belong belonged belonging belongings belongs beloved below belt belts bench benches bend bending beneath
benefactress beneficent beneficial benefit benefited benefiting benefits benevolent bent bentley bereaved berries berry berth
berths beseeching beset beside besides besieged besought best bestow bestowed bestowing bet bethought betimes betook betray
betrayed betraying bets better betters betting between bewailed beware bewildered bewildering bewitched bewitching beyond biarritz
bias bib bible bibles bicycle bid bidden bidding bide bier big bigger biggest bijou bile bilge bill billiard billows bills billy
bind binding binds birch bird birds birmingham birth birthday biscuit biscuits bishop bit bitch bite bites biting bits bitten
bitter bitterly bitterness black blackbirds blacken blackened blackening blacker blackest blackish blackmailing blackness blacks
blacksmith blade blades blame blamed blameless blaming bland blandly blank blanket blankets blankly blankness blast blasted blasts
blatant blaze blazed blazes blazing blazon bleached bleak bleared bled bleed bleeding blended bless blessed blessing blessings
blest blew blight blighted blind blinded blindfold blinding blindly blindness blinds blinked blinking bliss blissful blithe bloated
blob block blocked blocks blond blonde blood blooded bloods bloodshot bloodstained bloodthirsty bloody bloom blooming blossom
blossomed blossoms blot blotch blotches blots blotted blotting blouse blow blowing blown blows blubbered bludgeon blue bluebottle
blues bluey bluff bluish blundered blunt blur blurred blurted blush blushed blushes blushing blustered blustering bo board boarded
boarder boarders boarding boards boast boasted boasting boat boating boats boatswain bob bobbing bodied bodies bodily body bog boil
boiled boiling bois boisterously bold bolder boldest boldly bolt bolted bolting bolts bomb bombs bond bondage bonds bone boned
bones bonnet bony book bookcase books bookshelves boom boomed booming booms boor boot booth booths boots booze boozy bordeaux
border bordered borders bore bored born borne borrow borrowed bosom bosoms boss botany both bother bothered bothering bothers
bottle bottled bottles bottom boudoir bough boughs bought boulder boulders boulevard bounce bounced bouncing bound boundaries
boundary bounded bounder bounding boundless bounds bountiful bounty bouts bow bowed bower bowing bowl bowlegged bowling bowls bows
bowsprit box boxed boxer boxes boy boyhood boyish boys brace braced bracelets bracing brag bragging brain brains brake brakes
bramble brambles branch branched branches brand branded brandy brass brave bravely braver bravery bravest bravo brawny brazen
breach bread breadth break breakdown breaker breakers breakfast breakfasted breakfasting breakfasts breaking breaks breast breasted
breasts breath breathe breathed breathing breathless breathlessly breaths bred breeches breed breeder breeding breeze breezes
breezy brethren brew brewed bribe bribery brick bricks bridal bride bridegroom brides bridge bridges brief briefly bright brighten
brightened brightening brighter brightest brightly brightness brilliancy brilliant brilliantly brim brimmed brimming bring bringing
brings brink brisk brisker briskest briskly briskness bristled bristles bristling britain british britons brittle broached
broaching broad broadcloth broader brocaded broke broken brokenhearted brokenly bronze brooch brooded brooding brook broom brooms
brother brotherly brothers brought brow brown browned browning brows bruise bruised brush brushed brushes brushing brushwood
brussels brutal brutality brute brutes bubble bubbled bubbles bubbling buck bucket buckets bucking buckle buckled bucks buckwheat
bucolic bud budapest budding budge buds buff buick build builders building buildings built bulb bulged bulging bulk bulky bull
bullet bulletin bulletins bullets bullied bullies bulls bully bullying bulrushes bulwark bulwarks bum bump bumped bumping bums
bunch bunches bundle bundled bundles bunk bunks buoy buoyancy buoyant burden burdened burglar burglars burial buried burly burn
burned burning burns burnt burrow burrowing burrows burst bursting bursts bury burying bus buses bush bushes bushy busied busiest
busily business businesslike businessman bust busted busting bustle bustled bustling busy but butcher butler butt butted butter
buttered butterflies butterfly button buttoned buttoning buttons buy buying buzz buzzed buzzing by bygone bygones bypaths bystander
byways cab cabbage cabin cabins cable cables cabman cabs cache caesar café cage caged cages cain cake cakes calculate calculated
calculating calculation calculations calendar calf caliber calico california call called calling callous calls calm calmed calmer
calmly calmness calms calves cambric cambridge came camp campaign campbell camped camping camps can canada canadian canal canals
canary cancelled candid candidly candle candlelight candles candlestick candlesticks candour cane canned cannes cannon cannot canny
canopied cans cant canvas cap capable capacity cape capers capes capital capricious caps capsized capstan captain captivate
captivating captive captivity captor capture captured car carafe caravan carcass carcasses card cardboard cardinal cards care cared
career careers careful carefully careless carelessly carelessness cares caress caressed caresses caressing cargo caring carnal
carol caroline carols carousing carpenter carpet carpeted carpets carriage carriages carried carriers carries carrion carrots carry
carrying cars cart carted carter cartridges carts carved carving case casement casements cases cash cashed cashier casino cask
casks cast casting castle castles casts casual casually cat cataclysm catalogue catastrophe catch catching catechism category
cathedral catherine catholic catholics cats cattle caught cause caused causes causeway causing caustic caution cautioned cautious
cautiously cavalier cave caverns cease ceased ceaseless ceaselessly ceases ceasing cedar ceiling celebrate celebrated celebrating
celebration celerity cell cellar cellars cells censure censuring census center central centre centres cents centuries century
cerebral ceremonies ceremonious ceremony certain certainly certainty certificate certify cessation chafed chaff chagrin chain
chained chains chair chairs chaise chalk challenged chamber chambermaid chambers champagne chance chanced chances change changed
changes changing channel channels chanted chanting chaos chap chapel chapels chaplain chaps chapter character characteristic
characteristics characterize characters charge charged charges charging charing chariot charitable charity charles charlotte charm
charmed charming charmingly charms charred chart charts chary chase chased chasing chasm chaste chastity chat chatted chatter
chattered chattering chatting chauffeur cheap cheaper cheapside cheat cheated check checked checking checkmate checks cheek cheeked
cheeks cheeky cheer cheered cheerful cheerfully cheerfulness cheerily cheering cheerless cheery cheese chemical chemist chemistry
chemists cheque cherish cherished cherry cherub chess chest chesterfield chestnut chests chew chewed chewing chicago chick chicken
chickens chicks chief chiefly chiefs child childhood childish childishness children chill chilled chilling chilly chimed chimney
chimneypiece chimneys chin china chink chinks chipped chips chirp chirping chit chivalrous chivalry chocolate choice choke choked
choking choose chooses choosing chop chopping chord chords chores chorus chose chosen christ christened christening christian
christianity christmas chronic chronically chubby chuck chucked chuckle chuckled chump chunk church churches churchyard churned
churning chutes château cider cigar cigarette cigarettes cigars cinch cipher circle circled circles circling circuit circuits
circular circulating circulation circumspect circumspectly circumstance circumstances circumstantial circus cistern cite cited
cities citizens city civic civil civilised civility civilization civilized civilly clad claim claimed claiming claims clambered
clammy clamps clanged clanking clap clapped clapping clash clasp clasped clasping class classes classic classified classy clatter
clattered clattering clause claw clawed claws clay clean cleaned cleaner cleaners cleaning cleanliness cleanly cleanse cleansing
clear cleared clearer clearest clearing clearly clearness clears cleaving cleft clench clenched clenching clergy clergyman clerical
clerk clerks clever cleverer cleverest cleverly cleverness click clicked clicking client clients cliff cliffs climate climb climbed
climbing cling clinging clink clinked clinking clip clipped cloak clock clocks clods clog clogged close closed closely closeness
closer closes closest closet closeted closets closing clot cloth clothe clothed clothes clothing cloud clouded cloudless clouds
cloudy clover club clubs clucking clue clues clump clumps clumsiness clumsy clung cluster clustered clustering clusters clutch
clutched clutches clutching co coach coaching coachman coal coals coarse coarsely coarser coast coasted coasting coasts coat coated
coats coax coaxed coaxing cobwebs cock cocked cockeyed cocking cockroach cocks cocktail cocktails cocky cocoa code coercion coffee
coffin coffins cogent cognac coherent coil coiled coils coin coincide coincided coincidence coins col cold colder coldly coldness
collapse collapsed collar collect collected collecting collection college collier colliers collins collision colonel colonial
colonies colonists colony color colored colors colossal colour coloured colouring colourless colours column columns coma comb
combat combated combed combination combinations combine combined combing combs combustion come comedy comely comer comers comes
cometh comfort comfortable comfortably comforted comforting comforts comic comical comically coming comings command commanded
commander commanding commands comme commence commenced commendable commendations commended comment commented comments commerce
commercial commiseration commission commit committed committee committing common commoner commonest commonly commonplace
communicate communicated communicating communication communications communicative communing community compact compactly companies
companion companions companionship company comparative comparatively compare compared comparing comparison compartment compass
compassion compassionate compelled compels compensation compete competency competent competition complacency complacent
complacently complain complained complaining complaint complaints complete completed completely completeness completion complex
complexion compliance complicated complications complied compliment complimentary complimented complimenting compliments comply
compose composed composedly composition composure comprehend comprehended comprehension comprehensive compressed comprised
compromise compromised compromising compulsion compunction computation comrade comrades comradeship conceal concealed concealing
concealment conceit conceited conceive conceived concentrated concentrating concentration conception concern concerned concerning
concerns concerts concession conciliate conciliatory conclude concluded concluding conclusion conclusions conclusive concocted
concourse concrete concussion condemn condemnation condemned condescend condescending condescension condition conditions condolence
conduct conducted conducting conductor cone confederacy confer conference conferring confess confessed confession confessions
confide confided confidence confidences confident confidential confidentially confidently confiding confine confined confinement
confirmation confirmatory confirmed confirms conflict conform confound confounded confront confronted confronting confuse confused
confusedly confusing confusion congealed congenial conger congratulate congratulated congratulations congregation conjecture
conjectured conjectures conjecturing conjointly conjugal conjunction conjured connect connected connecting connection connections
conned connived connoisseur connubial conquer conquered conqueror conquest conscience conscientious conscientiously conscious
consciously consciousness consent consented consenting consequence consequences consequent consequently conservatory consider
considerable considerably considerate consideration considerations considered considering consigned consisted consistency
consistent consistently consists consolation consolatory console consolidated consoling consorted conspicuous conspicuously
constancy constant constantly consternation constituted constitution constitutional constrained constrainedly constraint
constructed construction construed consult consultation consulted consulting consume consumed consuming consummate consummation
consumptive contact contagion contain contained containing contains contemplate contemplated contemplating contemplation
contemplative contemporary contempt contemptible contemptuous contemptuously contend content contented contention contentment
contents contest contiguous continent continental contingencies contingent continual continually continuance continue continued
continues continuing continuity continuous continuously contorted contortions contours contract contracted contradict contradicted
contradiction contradictory contrariety contrary contrast contrasted contrasting contribute contributed contributions contrite
contrition contrivance contrive contrived contriving control controlled controlling convenience convenient conveniently convent
convention conventional conventionally conventions converging conversation conversations converse conversed conversing convert
converted converting convey conveyance conveyed conveying convict convicted conviction convictions convince convinced convincing
convulsed convulsion convulsions convulsive convulsively cooing cook cooked cooking cool cooling coolly coolness coop cooped cooper
coops cop copied copies copper coppers coppery copse copses copy coquetry cord cordage cordial cordiality cordially cords core cork
corked corks corn corner cornered corners coroner corporal corporeal corps corpse corpses correct corrected correction correctly
correspondence correspondent correspondents corresponding corridor corridors corroborated corrugated corrupt corrupted corruption
cosmopolitan cosmos cost costs costume costumes cosy cot cottage cottagers cottages cotton couch cough coughed coughing coughs
could council councils counsel counsellor counsels count counted countenance countenances counter counteract counteracted
counterpane counterpart counties counting countless countries country countryside counts county couple coupled couples coupling
courage course courses court courted courteous courteously courtesy courtier courting courts courtship courtyard cousin cousins
coutts cove cover covered covering coverlet covers coward cowardice cowardly cowards cowed cowering cows crab crabs crack cracked
cracking crackle crackled crackling cracks cradle cradles craft craggy crags crammed cramming cramp craning crash crashed crashing
cravat crave craving crawl crawled crawling craze crazier crazy creak creaked creaking cream creamy create created creating
creation creations creative creature creatures credentials credit creditors creed creek creep creeper creeping crept crescent crest
crested crestfallen crew crews cried criers cries crime crimes criminal criminals crimson cringing crinkly cripple crippled crisis
crisp critic critical critically criticise criticising criticism criticisms critics crock cronies crook crooked crookedly crooks
crop cropping crops cross crossed crosses crossing crossly crossroads crouched crouching crow crowbar crowbars crowd crowded
crowding crowds crowing crown crowned crowning crows crucial crucified crucifix crude cruel cruelly cruelty cruise crumb crumble
crumbling crumbs crumpled crumpling crunching crush crushed crushing crust crutch cry crying crystal crystalline crystals cuckoo
cucumber cucumbers cuff cuffed cuffs culminated culprit cult cultivated culture culverts cumbrous cumulative cunning cup cupboard
cupboards cups curate curb curdling cure cured curiosities curiosity curious curiously curl curled curling curls curly currant
current currents curse cursed curses cursing cursory curtailed curtain curtained curtains curtly curve curved curves cushion
cushions custody custom customary customer customers customs cut cute cutlass cutlasses cuts cutter cutthroat cutting cuttings
cycle cylinder cynic cynically dab dabbling dad dagger daily dainty dairy daisies dale dales dam damage damaged dame damn damnation
damned damp damped damping dampness damsel dance danced dancers dances dancing dandled dandy danger dangerous dangerously dangers
dangling dank dare dared dares daring dark darkened darkening darker darkest darkly darkness darling darn darndest darted darting
dash dashed dashes dashing data date dated dates daubed daughter daughters daunt daunted david davis dawn dawned dawning day
daybook daybreak daylight days daytime daze dazed dazzled dazzling de dead deaden deadened deadening deader deadly deadness deaf
deafening deal dealing dealings deals dealt dean dear dearer dearest dearly dears deary death deathly deaths debased debatable
debate debates debating debris debt debts decanter decay decayed decease deceased deceitful deceive deceived deceiving december
decency decent decently deception decide decided decidedly decides deciding decision decisions decisive decisively deck decked
declamatory declaration declare declared declares declaring decline declined declining decorating decorum decrease dedicated
deduced deed deeds deem deemed deeming deep deepen deepened deepening deeper deepest deeply deer defaced default defeat defeated
defect defection defective defects defence defenceless defencelessness defences defend defended defenders defending defense
defenseless defenses defensive defer deference deferential deferred defiance defiant deficiencies deficiency deficient defined
definite definitely definition defrauded deft deftly defy degenerate degradation degrading degree degrees dejected dejectedly
dejection delay delayed delaying delegated deliberate deliberated deliberately deliberating deliberation deliberations delicacies
delicacy delicate delicately delicious delight delighted delightedly delightful delightfully delights delinquent delirium deliver
delivered delivering delivery dell delusion demand demanded demanding demands demeanour demeter democracy demolished demolishing
demolition demon demoniacal demons demonstration demurely den denial denied denoted denounce dense densely denser dented dentist
dents denuded denver deny denying depart departed departing department departments departure depend depended dependence dependent
depends deplorable deplored deposed deposit deposited deposits depravity depressed depressing depression deprive deprived depth
depths deputy deranged derby derbyshire derision derisively derive derived descend descendants descended descending descent
describe described describes describing description descriptions desert deserted desertion deserts deserve deserved deservedly
deserves deserving design designed designing designs desirable desire desired desires desiring desirous desisted desk desolate
desolation despair despairing despairingly despatch despatched desperate desperately desperation despicable despise despised
despises despising despite despondency despondent despondently desponding despotic dessert destination destined destiny destroy
destroyed destroyer destroying destruction destructive desultory detach detached detaching detail detailed details detain detained
detaining detect detected detection detective detectives deter determination determine determined determines determining deterred
detest detestable detested deuce develop developed developing development developments deviate device devices devil devilish devils
devise devoid devote devoted devotedly devoting devotion devoured devouring devoutly dew dewy dexterity diabolical diagram dialect
dialogue diamond diamonds diary dice dick dictate dictated dictates dictating dictatorial dictionary did die died dies diet differ
difference differences different differentiate differently difficult difficulties difficulty diffidence diffident diffuse diffused
dig digest digger digging dignified dignitaries dignitary dignities dignity dilapidated dilating dilemma diligence dim dimension
dimensions diminished diminishing diminution dimly dimmed dimness din dine dined diner dines dingy dining dinner dinners dinnertime
dint dip diplomacy dipped dipping dire direct directed directing direction directions directly director directory dirt dirty
disabled disadvantage disagreeable disagreeably disagreement disappear disappearance disappeared disappearing disappears disappoint
disappointed disappointing disappointment disappointments disapprobation disapprove disapproved disarm disarranged disarray
disaster disastrous disbelief disbelieved disc discarded discern discernible discharge discharged discharging disciples discipline
disclose disclosed disclosure discolored discomfiture discomfort discompose discomposed discomposure disconcert disconcerted
disconcerting discontent discontented discord discourage discouraged discouraging discourse discoursed discover discovered
discoveries discovering discovery discredit discreditable discreet discreetly discrepancy discretion discrimination discuss
discussed discussing discussion discussions disdain disdainful disease diseases disengaged disfavour disgorged disgrace disgraced
disgraceful disgraces disguise disguised disguises disguising disgust disgusted disgusting dish disheartened disheartening dishes
dishonour dishonourable disinclined disintegrated disinterested disinterestedness disjointed dislike disliked dislikes dislocated
dislodged dismal dismally dismay dismayed dismiss dismissed dismissing dismounted disorder disordered disorderly disorganized
disparity dispatched dispelled dispense dispersed dispersing dispirited displace displaced display displayed displaying displease
displeased displeasure disposal dispose disposed disposition dispositions dispute disquiet disregarded disregarding disreputable
disrespectful dissatisfaction dissatisfied dissimilar dissipate dissipated dissipation dissociate dissociated dissolution dissolve
dissolved distance distances distant distaste distasteful distinct distinction distinctions distinctly distinctness distinguish
distinguishable distinguished distinguishing distorted distorting distortions distract distracted distractedly distraction distress
distressed distressing distribute distributed distribution district districts distrust distrusted distrustful disturb disturbance
disturbed disturbing disuse disused ditch ditches ditching ditty dive dived diverged divergence diversion divert diverted divide
divided dividing divine divined diving divinity division divorce divorced divorces divorcing dizzy do doc dock docks doctor doctors
doctrine doctrines document documents dodged dodging does dog dogged doggedly dogging dogs doing doings doleful dolefully doll
dollar dollars domain dome domestic dominant dominated domineering dominoes don done donkey doo doom doomed door doorbell doormats
doors doorstep doorway doorways dope dose dosed dost dot dots dotted dotting double doubled doubly doubt doubted doubtful
doubtfully doubting doubtingly doubtless doubts dough doughy dove dover down downcast downhill downright downs downstairs downtown
downward downwards doze dozed dozen dozens dozing dr drab drag dragged dragging draggled dragon drain drained draining drake drama
dramatic drank draped draught draughts draughty draw drawbridge drawer drawers drawing drawings drawn draws dread dreaded dreadful
dreadfully dreads dream dreamed dreamer dreamily dreaminess dreaming dreamlike dreams dreamt dreamy drearily dreariness dreary
dregs drenched dress dressed dresser dresses dressing drew dried drier drift drifted drifting drily drink drinking drinks drip
dripped dripping drive driven driver drives driving drizzle drizzly drone droning drooped drooping drop dropped dropping drops
droughts drove drown drowned drowsily drowsy drudge drug drugged drugs drum drums drunk drunkard drunkards drunken dry drying dryly
du dubiously duchess duck ducked ducking ducks due dues duff duffer dug duke dull dulled dullness dully duly dumb dumbfounded
dumbly dummy dumped dun dunno dupe duplicate duplicity duration during durst dusk dusky dust dusted duster dusting dusty dutch
dutchman dutchmen duties dutiful dutifully duty dwell dwellers dwelling dwellings dwelt dwindled dwindling dying dynasties
dysentery each eager eagerly eagerness eagle ear earl earlier earliest early earn earned earnest earnestly earnestness earning
earrings ears earshot earth earthenware earthly earthquakes earthwork earthy ease eased easier easiest easily easiness east easter
easterly eastern eastward eastwards easy easygoing eat eaten eater eating eats eaves ebb ebbed eccentric eccentrically
ecclesiastical echo echoed echoes echoing eclipsed economic economical economics economy ecstasy ecstatic ed eddies edge edged
edges edging edifice editorial editors educated educating education edward eel effacing effect effected effective effects effectual
effectually efficacy efficiency efficient effort efforts effrontery effusion egg eggs eggshell ego egypt eh eight eighteen eighth
eighty either ejaculated ejaculation elaborate elapsed elastic elated elbow elbows elder elderly elders eldest elect electric
electrical electricity elegance elegant element elemental elements elephant elevate elevated elevation elevator eleven eleventh
eligible eliminate eliminated eliminating eliza elizabeth elizabethan elliot elm elongated elopement eloquence eloquent else
elsewhere elude eluded em emanation emancipation embankment embarked embarrass embarrassed embarrassment embers emblems embodiment
embrace embraced embraces embracing embroidered embroidery emerald emerge emerged emergence emergencies emergency emerging
emigration eminence eminently emitted emitting emma emotion emotional emotionally emotions emperor emphasis emphatic emphatically
empire employ employed employees employer employing employment empowered empress emptied emptiness empty emptying en enable enabled
enabling encamped encased enchantment encircled enclosed enclosing enclosure encompassed encompassing encounter encountered
encourage encouraged encouragement encouraging encouragingly encroaching encrusted encumber encumbered encumbrance end endeavour
endeavoured endeavouring ended ending endless endlessly endowed ends endurance endure endured enduring enemies enemy energetic
energetically energies energy enforced engage engaged engagement engagements engaging engender engendered engine engineer
engineered engines england english englishman englishmen englishwoman englishwomen engrossed engrossing engulf enigmatical
enigmatically enjoy enjoyable enjoyed enjoying enjoyment enjoyments enjoys enlarged enlargement enlarging enlighten enlightened
enlightenment enlist enlisted enormous enough enquired enquiring enquiry enraged enraptured enrich ensign ensued ensuing ensure
entailed entangled entanglement enter entered entering enterprise enters entertain entertained entertaining entertainment
enthusiasm enthusiastic enthusiastically entire entirely entitled entity entrance entranced entrances entrapped entreat entreated
entreaties entreating entreaty entries entry envelope enveloped envelopes enveloping envied envious environment environs envy
envying episode epistle epsom equable equal equality equalled equally equals equanimity equilibrium equipage equipment equipped
equivalent er ere erect erected erection erections err errand errant erratic error errors es escapade escape escaped escaping
escort escorted escorting eskimo especial especially espionage esq esquire essays essence essential essentially essex est establish
established establishment estate estates esteem estella estimable estimate estimated estimating estimation etc eternal eternally
eternity ethereal ethical ethics etiquette europe european euthanasia evade evangelical evangelist evaporated evasively eve even
evening evenings evenly event eventful events eventually ever evergreen everlasting every everybody everyone everything everywhere
evidence evidences evident evidently evil evils evolution ex exact exacting exactly exactness exaggerate exaggerated exaggeration
exaltation exalted examination examinations examine examined examines examining example examples exasperated exasperating
excavation exceeded exceeding exceedingly excellence excellent excellently except excepted excepting exception exceptional
exceptionally excess excessive excessively exchange exchanged excitable excite excited excitedly excitement excitements exciting
exclaim exclaimed exclaiming exclamation exclamations excluded exclusion exclusive exclusively excursion excursions excuse excused
excuses executed execution executive executors exemplary exercise exercised exercises exert exerted exertion exertions exhaled
exhaust exhausted exhaustion exhibit exhibited exhibiting exhibition exist existed existence existences existing exists exit exodus
expand expanded expanding expanse expansion expatriated expect expectancy expectant expectation expectations expected expecting
expects expedient expedition expeditions expend expense expenses expensive expensively experience experienced experiences
experiencing experiment experimental experimentally experiments expert experts explain explained explaining explains explanation
explanations explanatory explicit explode exploded exploding exploit exploits exploration explore explored exploring explosion
explosions expose exposed exposing exposition expostulate expostulated expostulation exposure expound expounded express expressed
expressing expression expressionless expressions expressive expressively expressly exquisite exquisitely extant extend extended
extending extension extensive extensively extent extenuating exterior external externally extinct extinction extinguish
extinguished extort extorted extra extract extracted extraordinarily extraordinary extravagance extravagant extravagantly extreme
extremely extremest extremity extricate exuberant exultation exulted exultingly eye eyeballs eyebrow eyebrows eyed eyeing eyelashes
eyelids eyes eyesight fable fabric fabrics fabulous face faced faces facetious facial facing fact factor factories factory factotum
facts faculties faculty fade faded fades fading fads fail failed failing failings fails failure failures fain faint fainted fainter
faintest fainthearted fainting faintly faintness fair fairer fairest fairly fairy faith faithful faithfully fake faked fakir fall
fallen falling fallow falls false falsely faltered faltering fame familiar familiarity families family famished famous fancied
fancies fanciful fancy fancying fanned fantastic far faraway farce fare farewell farm farmer farmers farmhouse farmhouses farming
farms farmyard farther farthest farthing fascinated fascinating fascination fashion fashionable fashionably fashioned fashions fast
fasten fastened fastening fastenings faster fastidious fastidiousness fat fatal fatalism fatally fate fated fates father fathers
fathom fathoms fatigue fatigued fatigues fatten fatty fault faultless faults favor favorable favored favorite favorites favors
favour favourable favoured favouring favourite favourites favours fawned fawning façade façades fear feared fearful fearfully
fearing fearless fears feasible feast feat feather feathered feathers feats feature featured features february fed federal feeble
feebly feed feeder feeding feel feeling feelingly feelings feels feet feigned felicitous fell felled feller fellow fellows
fellowship felt female females feminine fence fend fender fern ferns ferocious ferocity ferret fervent fervently fervor fervour
festival festivities fetch fetched fetching fever feverish feverishly few fewer fiancée fiat fiction fiddle fiddled fiddlesticks
fidelity fidgeted fidgeting fidgety field fields fiend fiendishly fiends fierce fiercely fierceness fiery fifteen fifth fifty fight
fighter fighting fights figure figured figurehead figures figuring file filed files filing fill filled filling fills film films
filtered filth filthy final finality finally finance finances financial finches find finding finds fine finely finer finery fines
finest finger fingered fingering fingermarks fingernails fingers fingertips finish finished finishes finishing fir fire fired
firelight fireplace fires fireside firewood fireworks firing firm firmly firmness firs first firstly fish fished fisherman fishes
fishing fishy fist fists fit fitful fitfully fits fitted fitting five fix fixed fixedly fixes fixing fixity flabby flaccid flag
flagged flagon flags flakes flame flamed flames flaming flank flanks flannel flap flapped flapping flare flared flares flash
flashed flashes flashing flashlight flask flat flatly flats flattened flatter flattered flattering flattery flaxen fled fleeing
fleet fleeting flesh flew flick flicked flicker flickered flickering flies flight flighty flimsy flinch fling flinging flint flints
flirt flirtation flirting flit flitted flitting float floated floating flock flocked flood flooded flooding floods floor floors
flop flounce flounder floundered floundering flour flourish flourished flourishing flow flowed flower flowered flowering flowers
flowery flowing flown flows fluctuating fluently fluffy fluid flung flush flushed flushing flustered flutter fluttered fluttering
flux fly flying foam foaming focus focused focusing foe foes fog foggy fogs fold folded folding folds foley foliage folk folks
follies follow followed followers following follows folly fond fonder fondly fondness food fool fooled foolery foolhardiness
fooling foolish foolishly foolishness fools foot football footbridge footed footfalls footing footprints footsore footstep
footsteps footstool for forbade forbearance forbid forbidden forbidding forbore force forced forceful forces forcible forcibly
forcing ford fore forearm foreboding forecastle forecasts forefathers forefeet forefinger forefingers forefoot forego foregone
foreground forehead foreheads foreign foreigner foreigners forelock foremost foresail foresaw foresee foreseen foresight forest
forests forethought foretold forever forfeit forfeited forgave forge forgery forges forget forgetful forgetfulness forgets
forgetting forgive forgiven forgiveness forgiving forgot forgotten fork forked forks forlorn forlornly form formal formalities
formality formally formation formed former formerly formidable forming forms formula fort forth forthcoming forthwith fortieth
fortifications fortified fortify fortitude fortnight fortress fortunate fortunately fortune fortunes forty forward forwarded
forwarding forwards fostered fought foul fouled found foundation foundations founded founder fountain four fourteen fourth fowl
fowls fox fraction fractured fragile fragment fragmentary fragments fragrance frail frailty frame framed frames framework framing
france frances francis francisco frank frankly frankness frantic frantically fraud fray frayed freak freckled fred free freed
freedom freehold freely freemasonry freer freezing freight french frenchmen frenzied frenzy frequent frequented frequently fresh
freshened fresher freshly freshness freshwater fret fretfully fretfulness frets fretting friction friday fried friend friendless
friendliness friendly friends friendship friendships fright frighten frightened frightens frightful frightfully frigid frill
frillings fringe fringed frisked frivolous fro frock frocks from front fronted frontier frost frosts frosty froth frown frowned
frowning froze frozen fruit fruits frustrate frustrated fry frying fuel fugitive fugitives fulfil fulfilled fulfilling fulfilment
full fuller fullest fullness fully fumbled fumbling fumes fuming fun function functioning functions funds funeral funereal fungus
funny fur furious furiously furnace furnish furnished furniture furred furrowed furs further furthest furtive furtively fury fused
fuss fust fusty futile futilely futility future fête gabbling gable gabled gables gad gadding gaieties gaiety gaily gain gained
gaining gains gait gaiters gal gales gall gallant gallantry galleries gallery galley gallon gallop galloping gallows gamble gambler
gambling gambolling game gamekeeper gamekeepers games gaming gang gangplank gangs gaol gaoler gap gaped gaping gaps garage garb
garbage garden gardener gardening gardens garding gare garlanded garlic garment garments garrison garter gas gases gash gaslight
gasp gasped gasping gasps gate gates gateway gather gathered gathering gathers gaudy gaunt gave gay gayer gaze gazed gazette gazing
gear geese general generality generally generated generation generations generosity generous generously genial geniality genially
genius gent genteel gentility gentle gentleman gentlemanly gentlemen gentleness gently gentry gents genuine genuinely geographical
george georgian georgiana germ german germans germany gesticulating gesture gestured gestures gesturing get gets getting ghastly
ghost ghostly ghosts giant giants gibbet gibraltar giddily giddy gift gifted gifts gig gigantic giggle gilded gills gilt gin
gingerly gipsies gipsy girdle girl girlish girls git give given gives giveth giving glad glade gladly gladness glamour glance
glanced glances glancing glare glared glaring glass glasses glasshouses glazed gleam gleamed gleaming gleams glee glide glided
gliding glimmer glimmering glimpse glimpses glint glinted glinting glisten glistened glistening glitter glittered glittering
gloated gloating globe globes gloom gloomily gloomy glories glorified glorious glory gloss glossy glove gloved gloves glow glowed
glowered glowing gluttony gnats gnawed go goal goat goats gobbling god goddamn goddess godfather godmother gods goes goeth goggles
going goings gold golden golf gondola gondolas gone gong goo good goodbye goodly goodness goods gore gorge gorgeous gorse gospel
gossip gossiping got gothic gotten gout governed government governments governor gown gowns grab grabbed grabs grace graced
graceful gracefully graces gracious graciously grade gradual gradually graft grain grains grammar gran grand granddaughter grandeur
grandfather grandly grandmother grant granted grapes grapple grappled grasp grasped grasping grass grasshopper grassy grate grated
grateful gratefully gratification gratified gratify gratifying grating gratitude gratuitous grave gravel gravelled gravely graver
graves graveyard gravity gravy gray grazing grease greasy great greater greatest greatly greatness greece greed greedily greedy
greek greeks green greener greenish greenness greens greet greeted greeting grew grey greyness grief griefs grievance grievances
grieve grieved grievous grievously grilled grilling grim grimace grimaced grimacing grimly grimmer grimy grin grinder grinding
grinned grinning grip gripped gripping grisly grit grizzled groan groaned groaning grocer grog groomed groove groped groping gross
grossly grotesque ground grounded grounds groundwork group grouped groups grove groves grow growed growing growl growled growling
growls grown grows growth growths grub grubs grudge grudging gruesome gruff gruffly grumble grumbled grumbling grumpily grunt
grunted grunting guarantee guard guarded guardian guardians guarding guards guess guessed guessing guest guests guidance guide
guided guiding guilt guiltily guilty guinea guineas guitar gulf gully gulped gum gun gunfire gunner guns gunwale gurgle gurgling
gushed gust gusts guts gutted gutter guy gymnasium gypsies gypsy ha habiliments habit habitable habitation habits habitual
habitually hackney hackneyed had haggard hah hail hailed hailing hair haircut haired hairs half halfpence halfway hall halls
hallucination halo halt halted halting halves ham hamburg hamlet hammer hammered hammering hammers hampers hams hand handcuffed
handcuffs handed handful handing handkercher handkerchief handkerchiefs handle handled handlers handles handling hands handshake
handsome handsomely handsomer handsomest handspike handwriting handy hang hanged hanger hangers hanging hangings hangs hankering
happen happened happening happens happier happiest happily happiness happy harassed harassment harbor harbour hard hardened
hardening harder hardest hardihood hardly hardness hardships hardy hares hark harm harming harmless harmonious harmoniously harmony
harness harnessed harnessing harp harris harrowing harry harsh harshly harshness hart harts harvest harvesters has hash hast haste
hasten hastened hastening hastily hasty hat hatches hate hated hateful hates hath hating hatred hats haughtily haughty haul hauled
hauling haunches haunt haunted haunting haunts hauteur have haven having haw hawker hawkins hawser hay haymaking haystack hazard
hazarded hazardous haze hazel hazy he head headache headed headers headforemost heading headland headlights headlines headlong
headpiece headquarters heads headstones headstrong heal healed healing health healthful healthy heap heaped heaps hear heard
hearers hearing hearken hears heart heartache heartbroken hearted heartedly heartening hearth hearthrug hearths heartily heartless
hearts hearty heat heated heater heath heating heats heave heaved heaven heavens heavier heaviest heavily heaviness heaving heavy
hebrew hebrews hedge hedged hedgehogs hedgerows hedges heed heeding heedless heel heels height heightened heights heir heiress
heirs held hell hellfire hello helm helmet helmets help helped helper helpers helpful helping helpless helplessly helplessness
helps hem hemmed hen hence henceforth henry hens her herald heraldic herb herbage herbert herbs herd here hereabouts hereafter
heretofore hermitage hero heroic heroically herons herring hers herself hesitant hesitantly hesitate hesitated hesitating
hesitatingly hesitation hewn hey hi hid hidden hide hideous hides hiding high higher highest highly highway highways hill hills
hillside hillsides hilly hilt him himself hind hinder hindrance hinges hint hinted hints hip hips hire hired hiring his hiss hissed
hisself hissing historic historically histories history hit hitch hitched hitching hither hitherto hits hitting ho hoarse hoarsely
hob hobble hobbled hobby hobnailed hogs hoist hoisted hold holder holding holds hole holes holiday holidays hollow hollows holly
holy homage home homecoming homely homemade homes homeward homewards honest honestly honesty honey honeymoon honor honored honour
honourable honoured honours hoo hood hoodwink hoofs hook hooked hooks hoot hooted hooting hop hope hoped hopeful hopefully hopeless
hopelessly hopelessness hopes hoping hopped hopping hordes horizon horizontal horizontally horn hornpipe horns horrible horribly
horrid horrified horror horrors hors horse horseback horsehair horses horseshoe hospitable hospital hospitality host hostage
hostess hostile hostilities hostility hot hotel hotels hotly hottest hound hour hours house household households housekeeper
housekeeping housemaid housemaids houses housing hout hover hovered hovering how however howl howled howling howsoever howsomever
huddled hue hues hug huge hugged hugging huh hulk hulking hulks hull hullo hum human humane humanitarian humanity humans humble
humbled humbly humbug humidity humiliating humiliation humility hummed humming humor humorless humorous humorously humour humoured
humouredly hump humps hunch hunched hundred hundreds hung hunger hungrily hungry hunt hunted hunter hunters hunting hup hurdles
hurled hurricane hurried hurriedly hurry hurrying hurst hurt hurting hurts husband husbands hush hushed hushing huskily husky hussy
hut hyde hypnotic hypocrisy hypocrite hypothesis hypothetical hysteria hysterical hysterically hysterics ice icy idea ideal ideals
ideas identical identification identified identify identity idiom idiot idiotic idiots idle idleness idling idly idolatry idolized
if ignominiously ignorance ignorant ignore ignored ignoring ii iii ile ill illegal illness ills illuminated illusion illustrate
illustrious image images imaginable imaginary imagination imaginative imagine imagined imagining imaginings imbecile imbecility
imitate imitated imitation immaculate immeasurable immeasurably immediate immediately immense immensely imminent immobile
immobility immortal immortality immovable impact impaired impart imparted impartiality impassable impassioned impassive impassively
impassivity impatience impatient impatiently impediment impel impelled impending impenetrably imperative imperceptible
imperceptibly imperfect imperfectly imperious imperiously impersonal impertinence impertinent imperturbably impetuosity impetuous
implacable implicate implicated implication implied implies implore implored imploringly imply implying import importance important
importantly imported importing impose imposed imposing impossibilities impossibility impossible impostor impotent impracticable
imprecations impregnable impress impressed impressibility impressing impression impressionable impressions impressive impressively
imprisoned imprisonments improbable improper improve improved improvement improves improving improvised impudence impudent impulse
impulses impulsive impulsively impurity in inability inaccessible inaction inactive inadequate inadvertently inanimate inarticulate
inasmuch inaudibly incandescent incapable incapacity incarnate incarnation incautiously incensed incessant incessantly inch inches
incident incidents incipient inciting incivility inclination inclinations incline inclined inclines inclining include included
includes including inclusive incoherent income incompetence incompetent incomplete incomprehensible inconceivable incongruity
incongruous inconsiderate inconsistencies inconsistency inconsistent inconvenience inconveniently incorrigible increase increased
increases increasing incredible incredulity incredulous incumbent incurred indebted indecision indeed indefinable indefinite
indefinitely independence independent independently indescribable indeterminate india indian indians indicate indicated indicating
indicative indies indifference indifferent indifferently indignant indignantly indignation indirect indirectly indiscriminately
indispensable indisposed indisputable indistinct indistinctly individual individually individuals indolence indomitable indoor
indoors indrawn induce induced indulge indulged indulgence indulgent indulging industrial industries industrious industriously
industry ineffectual inert inevitable inevitably inexorable inexperience inexperienced inexplicable inexpressible inexpressibly
infallible infallibly infamous infamy infancy infant infants infatuation infect infected infection infectious infer inference
inferences inferior inferiority infernal infinite infinitely infinity infirmary inflamed inflexible inflict inflicted infliction
influence influenced influences inform informant information informed informing ing ingenious ingenuity ingrained ingratitude
inhabitants inhabited inherit inherited inhuman initial initiate injunction injunctions injure injured injuries injuring injurious
injury injustice ink inkling inky inland inmate inmates inn innate inner innermost innocence innocent innocently innocents inns
innuendoes innumerable innyard inquest inquire inquired inquiries inquiring inquiringly inquiry inquisitive inquisitively insane
insanity insatiable inscribed inscription inscriptions inscrutably insect insects insensibility insensible insensibly inserted
inserting inside insides insight insignificant insinuations insist insisted insistence insistent insists insolence insolent
insoluble inspect inspected inspecting inspection inspector inspiration inspire inspired inspiring installations installed instance
instances instant instantaneous instantly instead instinct instinctive instinctively instincts institution instruct instructed
instructing instruction instructions instrument instruments insufferable insufficient insult insulted insulting insupportable
insurance insure insured intact integral integrated integrity intellect intellectual intellectually intelligence intelligent
intelligible intend intended intending intense intensely intensified intensity intent intention intentionally intentions intently
intentness inter intercepted interchange interchanged intercourse interest interested interesting interests interfere interfered
interference interferes interfering interior interlocutor intermediate interminable intermission intermittent internal interposed
interposition interpret interpretation interrupt interrupted interrupting interruption interruptions intersection interval
intervals intervened intervening interview interviewing interviews interwoven intimacy intimate intimately intimation intimidated
into intolerable intonation intoxicated intoxicating intoxication intricate intrigue intrigued introduce introduced introducing
introduction introductory intrude intruder intruders intruding intrusion intuition intuitive inured invade invaded invalid
invaluable invariable invariably invent invented invention inventions inventor inventory inverted investigate investigating
investigation investigations inveterate invincible inviolate invisible invitation invitations invite invited inviting involuntarily
involuntary involve involved involves inward inwardly irish irishman irksome iron ironed ironic ironical ironically irons irony
irregular irregularity irrelevant irremediable irrepressible irreproachable irresistible irresistibly irresolute irrespective
irresponsible irrevocable irritable irritably irritated irritating irritation is island islands isolated isolation issue issued
issues it italian italians italy item items its itself iv ivory ivy ix jabbed jack jacket jackets jacks jagged jail jake jam james
jammed jane janitor january jar jarring jaunt jaw jawed jaws jazz jealous jealously jealousy jelly jenny jerk jerked jerkily
jerking jerks jersey jerusalem jest jesting jestingly jesus jet jets jew jewel jewelry jewels jewish jib jiffy jig jigging jim
jimmy jingling jo joan job jobs joe jog john johnny johns johnson join joined joining joint jointed joints joke joked jokes joking
jolly jolt jolting jonah jonathan jones joseph jot journalists journey journeying journeys jovial joviality joy joyful joyfully
joyous joyously joys judge judged judges judging judgment judgments judicious judy jug juice juicy julia july jumbled jump jumped
jumping jumps junction juncture june jungle junior junk jupiter jury juryman just justice justification justified justify
justifying justly jutted jutting juvenile keel keen keener keenest keenly keep keeper keepers keeping keeps kelly kensington kent
kept kettle kettles key keyhole keyholes keys khaki kick kicked kicking kicks kid kidney kids kill killed killer killing kills kin
kind kinder kindest kindhearted kindled kindlier kindling kindly kindness kindred kinds king kingdom kingdoms kings kingston kink
kirk kiss kissed kisses kissing kit kitchen kitchener kitchens klan kneaded knee kneel kneeling knees knelt knew knife knight
knighted knighthood knights knit knitted knitting knives knob knobby knock knocked knocking knocks knoll knot knots knotted
knotting know knowed knoweth knowing knowingly knowledge known knows knuckles kudos la label labelled labels labor laboring
laborious laboriously labour laboured labourer labouring labours labyrinth lace laced lack lacked lacking laconic laconically lad
ladder ladders laden ladies ladle lads lady ladylike ladyship lag lagged lagging laid lain lair lake lakes lamb lambs lame lamed
lameness lament lamentations lamp lamplight lamppost lamps lancet land landed landing landlady landlocked landlord landmarks lands
landscape landscapes lane lanes language languages languid languidly languor languorous lank lantern lanterns lap lapped lapping
lapse lapsed lapsing larboard lard larder large largely largeness larger largest larks larry lashed lashes lashing lass lasses last
lasted lasting lastly lasts latch late lately lateness latent later latest lather lathered latin latitude latter latterly laudanum
laugh laughed laughing laughs laughter launch launched launches laundry laurel lavender law lawful lawfully lawn lawns lawrence
laws lawyer lawyers lay layer layers laying layout lazily lazy lead leaden leader leaders leading leads leaf leafless leafy league
leagues leak lean leaned leaning leant leap leaped leaping leaps leapt learn learned learning learnt lease least leastways
leastwise leather leathery leave leaved leaves leaving lecture lecturer lectures lecturing led ledge ledger lee leech leer leered
leery left leg legacies legal legally legend legged leggings legions legitimate legs leisure leisurely leiter lemon lemons lend
lending length lens lent les less lessen lessened lessening lesser lesson lessons lest let lethal lethargic lets letter lettering
letters letting level levelled levelling levels lew lewd lewis li liable liar liberal liberality liberally liberties liberty
library licence lick licked licking lid lidded lids lie lied lies lieu lieutenant life lifeless lifer lifetime lifework lift lifted
lifting lifts light lighted lightened lightening lighter lightest lighthearted lighthouse lighting lightly lightness lightning
lights lii liii like liked likeliest likelihood likely likeness likes likewise liking lilac lilies lily limb limbs lime limit
limitation limitations limited limits limousine limp limped limping lincoln line lined linen lines linger lingered lingering lining
link linked linking links lion lions lip lipped lips liquid liquor liquors lisped list listen listened listener listening listens
listless lists lit literal literally literary literature litter little liv live lived livelier lively liver liverpool livery lives
livid living lix lizard lloyd load loaded loading loads loan loathe loathing loathsome lobby lobster local locality locally locate
located lock locked locker locking locks lodge lodged lodger lodgers lodging lodgings loft loftily lofty log logbook logic logical
logically logs loins loitered loitering lolling london lone loneliness lonely lonesome long longed longer longest longing longish
loo look looked lookers looking lookout looks loomed looming loop looped loophole loopholes looping loops loose loosely loosen
loosened loosening lord lordly lords lore los lose loses losing loss losses lost lot lots lotus loud louder loudly louis louisa
loungers lounging lousy love loved loveliest loveliness lovely lovemaking lover lovers loves loving lovingly low lower lowered
lowering lowest lowlands lowness loyal loyalty lucid luck luckily lucky ludicrous luggage lugged luke lull lumber lumbering
luminous lump lumps lunar lunatic lunatics lunch lunched luncheon lunching lunchtime lungs lurch lurched lured lurid luring lurk
lurking lush lust lustily lustre lusty luxembourg luxuriant luxurious luxury lv lvi lvii lviii lying lyrical ma machine machinery
machines mackerel mackintosh mad madam madame maddened maddening maddest made mademoiselle madly madman madness madrid magazine
magazines magic magisterially magistrate magistrates magnanimous magnetic magnificent magnified magnify magnitude maid maiden
maidens maids maidservant mail main mainland mainly mains maintain maintained maintaining maintenance majestic majestically majesty
major majority make maker makes makeup making male malevolent malice malicious malignant malignity mall malt mama mamma man
manacled manage manageable managed management manager managers managing mane maneuver manfully mangle mangled manhandled manhood
mania maniac maniacal manias manifest manifestations manifested manifold manila manipulated mankind manlike manly manner manners
manning manoeuvre manor manservant mansion mansions mantel mantelpiece mantelshelf mantle manufacture manufactured manufacturing
manuscript many map maps marble march marched marching mare margin margins mariner mariners mark marked market marketplace markets
markings marks marriage married marries marrow marry marrying marseilles marsh marshes martin martyr marvel marvellous mary
masculine mashed mask masked masks mason masonry masquerade mass massed masses massing massive mast master mastered masterful
mastering masters mastery masts mat match matched matches matching mate mated mater material materialized materials maternal mates
matlock matrimonial matrimony matted matter mattered matters mattock mattress mature matured maximum may maybe mayhap maze me
meadow meadows meagre meal meals mean meaner meanest meaning meaningless meanness means meant meantime meanwhile measles measure
measured measures measuring meat meats mechanical mechanically mechanism meddle medical medicine medicines medieval meditating
meditation meditations meditatively mediterranean medium meekly meekness meet meeting meetings mein melancholic melancholy mell
mellow melodious melody melt melted melting member members memorable memoranda memorandum memories memory men menace menacing mend
mended mending menfolk menial menservants mental mentally mention mentioned mentioning mercenary merchant merchants merciful
mercilessly mercy mere merely merest merged merit merited merits merrily merriment merry mesh meshes mess message messages
messenger messengers messing messrs messy met metal metallic method methodical methodically methodist methods methuselah mews mice
michael microscope microscopic mid midday middle midnight midst midstream midsummer midway mien might mightily mighty mike mild
milder mildly mildness mile miles military milk milking milky mill miller million millionaire millions mince mincemeat mind minded
mindful minding minds mine mineral minerals miners mines mingle mingled mingling miniature mining minister ministry minor minority
minute minutely minutes miracle miraculous miraculously mire mirror mirrors mirth miry mischance mischief mischievous mischievously
miscreant miserable miserably miseries miserly misery misfortune misfortunes misgiving misguided misjudge mislead misled misplaced
misrepresented miss missed missile missiles missing mission missionary missis mist mistake mistaken mistakes mistaking mister
mistiness mistletoe mistook mistress mistrust mistrusted mistrustful mists misty misunderstand misunderstanding misunderstood mite
mix mixed mixing mixture mo moan moaned moaning mob mobile mobility mock mocked mockery mocking mockingly mode model models
moderate moderately moderation modern modes modest modesty modulated moist moistened moistening moisture mole molestation mollified
molten moment momentarily momentary momentous moments momentum mon monarch monastic monday money moneybag monk monkey monks
monopoly monosyllable monotonous monotonously monotony monsieur monster monsters monstrous monstrously month monthly months
monument monumental monuments mood moodily moods moon moonbeams mooning moonless moonlight moonlit moonshine moor moored moorings
moors mop mopped mopping moral morality moralizing morally morbid morbidly more moreover morn morning mornings morocco morphia
morris morrow mortal mortality mortally mortar mortification mortified mortifying moses moss most mostly moth mother mothers moths
motion motioned motioning motionless motions motive motives motor motorcar motorcars motors mottled motto mould moulded moulding
mound mounds mount mountain mountains mounted mounting mourn mourner mournful mournfully mournfulness mourning mouse moustache
mouth mouthed mouthful mouthpiece mouths move moved movement movements moves moving mr mrs much mud muddle muddy muffin muffled mug
mugs mule mules mullion mullioned multiplied multitude mum mumbled mumbling mummy munching mundane murder murdered murderer
murderers murderess murdering murderous murders murmur murmured murmuring murmurs muscle muscles muscular muse mused museum
mushroom mushrooms music musical musing musingly musket muskets muslin must mustache musty mute muted mutely mutilated mutilation
mutiny mutter muttered muttering mutton mutual mutually muzzle my myriad myriads myself mysteries mysterious mysteriously mystery
mystic mysticism mythology nail nailed nails naivete naked nakedness name named nameless namely names naming nap nape napkin
narcotic narration narrative narrow narrowed narrower narrowly narrowness nastiness nasty nation national nationality nations
native natives natural naturally nature natured naturedly natures naught naughty nausea navigation nay ne near neared nearer
nearest nearing nearly nearness neat neatly neatness nebulous necessaries necessarily necessary necessities necessity neck
neckcloth necks need needed needing needle needles needless needlework needs negation negative negatived neglect neglected
neglecting negligence negotiate negress negro negroes neighbor neighborhood neighboring neighbors neighbour neighbourhood
neighbouring neighbours neither nephews nerve nerved nerves nervous nervously nervousness nest nestling nests net nether nethermost
nets netting nettle nettled nettles network neutral never nevertheless new newborn newcastle newcomer newcomers newer newfound
newly newness news newspaper newspapers next nibbled nice nicely nicer nicest nicety nick niece niggardly nigger nigh night
nightcap nightdress nightfall nightgown nightly nightmare nightmares nights nighttime nil nilly nimble nimbleness nimbus nine
nineteen ninety ninth no nobility noble nobleman nobler nobles noblest nobly nobody nocturnal nod nodded nodding nods noggin noise
noiseless noiselessly noises noisily noisy nominal non nondescript none nonexistent nonhuman nonsense nonsensical noodle nook nooks
noon nope nor normal normally normandy north northeast northern northward northwards northwest norway nose nosebags nosed nosegays
noses nosing nostril nostrils not notch notched note notebook noted notepaper notes nothing nothingness nothings nothink notice
noticeable noticed notices noticing notify notion notions notwithstanding nought nourishment novel novels novelty november novice
now nowadays nowhere nowt nudged nudity nuisance numb numbed number numbered numbers numbness numerous nurse nursed nurses nursing
nut nutmeg nuts nutshell nymphs oak oaken oaks oar oars oath oaths oats obedience obedient obediently obeisance obey obeyed obeying
object objected objecting objection objectionable objections objective objects obligation obligations oblige obliged obliging
obligingly oblique obliterated obliterating oblivion oblivious obscene obscure obscured obsequious observances observant
observation observations observe observed observer observing obsessed obsession obstacle obstacles obstinacy obstinate obstinately
obstructing obstruction obtain obtained obtruded obtuseness obvious obviously occasion occasional occasionally occasioned occasions
occupant occupants occupation occupations occupied occupies occupy occupying occur occurred occurrence occurrences occurring occurs
ocean oceans octagonal october odd oddly odds odious odorous odour of off offence offences offend offended offender offensive
offensively offer offered offering offhand office officer officers offices official officially officials offshoot often oftener oh
oho oil oilcloth oiled oilskin old older oldest olive oliver omen ominous ominously omit omitted omitting omnipotent on once one
ones oneself onion onions onlookers only onset onto onward onwards oozing opaque open opened opener opening openings openly opens
opera operate operated operating operation operations operative ophelia opiate opinion opinions opponent opportunities opportunity
oppose opposed opposite opposition oppressed oppression oppressive or oracle orally orange oration orbs orchard orchestra ordained
ordeal order ordered ordering orderly orders ordinarily ordinariness ordinary ordination ordnance ore organ organic organism
organize organized organizing orient oriental origin original originally originate originated originating ornamental ornaments
orphan ostensibly ostentatious ostentatiously ostler other others otherwise ought our ours ourselves out outbreak outburst
outbursts outcast outcome outdone outdoor outer outfit outgoing outlandish outlet outline outlined outlines outlived outlook
outlying outnumbered outpouring outrage outrageous outright outrun outs outset outshone outside outsider outsiders outskirts
outspread outstretched outstripped outward outwardly oval oven over overall overbearing overboard overcame overcast overcoat
overcome overcoming overcrowded overdo overflow overflowed overflowing overgrown overhanging overhaul overhauled overhead overhear
overheard overhearing overhung overjoyed overlapping overlook overlooked overlooking overmastering overmatched overmuch overnight
overpower overpowered overpowering overrated overriding overruled oversight overslept overspread overspreading overt overtake
overtaken overtook overtures overturned overturning overwhelmed overwhelming overwrought owe owed owes owing owl owls own owned
owner owners ownership owning owns ox oxen oxford oxygen oysters pace paced paces pacific pacing pack package packages packed
packet packets packing padded padding paddle paddled paddles paddling paddock pagan page pageant pages paid pail pain pained
painful painfully painfulness pains paint painted painter painting paintings pair pairs pajamas palace palatable pale paleness
paler paling palings pall pallid pallor palm palms palpable palpitating pals paltry pampered pan pandemonium pane panel panelled
panels panes pang panic pans panted panting pantomime pantry pants papa paper papers parade parading paradise paradox paragraph
parallel paralysed paralysis paralyzed paramount parasol parcel parcels parched parchment pardon parent parental parents paris
parish parishioners park parked parker parking parks parliament parlor parlour parlourmaid paroxysm paroxysms parrot parson
parsonage parsons part partake partaken parted partial partially participation particle particles particular particularly
particulars parties parting partly partner partners partridges parts party pas pass passage passages passageway passed passenger
passengers passes passing passion passionate passionately passionless passions passive passivity passport passports past pasted
pasture pastures pat patch patched patches patchwork patent path pathetic pathetically pathos paths pathway patience patient
patiently patients patriotic patrol patrolling patron patronage patroness patted pattens pattering pattern patterns patting paul
pause paused pauses pausing paved pavement pavements paving paw paws pay paying payment pays pea peace peaceable peaceful
peacefully peach peak peaks peal peals pear pearl pearls pearly peas peasant peasantry peasants pebbles peck pecked pecking
peculiar peculiarity peculiarly pedestal pedestrian pedestrians peel peeling peep peeped peeping peer peered peering peevish peg
pegged pegging pegs pell pellucid pelted pen penalties penalty penance pencil pendulum penetrate penetrated penetrating penetration
penitence penitent penitential penknife penniless penny pens pension pent people peoples pepper per perceive perceived perceives
perceiving percent perceptible perceptibly perception perch perched peremptory perfect perfected perfection perfectly perforce
perform performance performances performed performer performers performing perfume perfumed perfunctorily perfunctory perhaps peril
perilous perils period periodical periods perish perished perishing perjury perky permanence permanent permanently permission
permit permits permitted pernicious perpendicular perpetual perpetually perplexed perplexity persecuted perseverance persevered
persist persisted persistence persistent persistently persists person personage personages personal personalities personality
personally persons perspective perspiration perspiring persuade persuaded persuading persuasion persuasions persuasive persuasively
perturbation perturbed perusal perused pervaded pervading perverse perversely pet petals pete peter petite petition petrified
petrol pets petticoat pettishly pew phallic phantom phantoms pharmacy phase phases pheasant pheasants phenomena phenomenon philip
philips philosopher philosophers philosophical philosophically philosophy phlegmatic phone phonograph phosphorescence photograph
photographs phrase phraseology phrases physical physically physician physicians physiognomy physiology physique piano pianoforte
piccadilly pick picked picking pickled pickles picks picter picture pictured pictures picturesque picturing pie piece pieced pieces
pierced piercing piercingly piers pig pigeon pigeons pigheaded pigs pigtail pile piled piles pilgrim pilgrimage pilgrims pill
pillar pillars pillow pillows pills pilot piloted pimples pin pinch pinched pinching pine pines pink pinned pins pint pious pipe
piped piper pipes piping piqued piquet pirate pirates pistol pistols pit pitch pitched pitcher pitching piteous piteously pitiable
pitied pities pitiful pits pity pitying pivot pivoted place placed places placid placidity placidly placing plague plain
plainclothes plainer plainly plains plaintive plaited plan plane planes planet plank planks planned planning plans plant plantation
planted planting plants plaster plastered plate plateau plates platform platforms platinum plausible play playacting played player
players playful playfully playing playmates plays plaza plea plead pleaded pleading pleasant pleasanter pleasantest pleasantly
pleasantry please pleased pleases pleasing pleasure pleasures pledge pledged plentiful plentifully plenty plight plod plodded
plodding plot plots plotters plough ploughed pluck plucked plucking plug plugged plugs plum plumage plumber plumbing plumed plump
plumped plumping plunge plunged plunging plus plying poacher pocket pocketbook pocketed pockets poem poet poetic poetry poets
poignant point pointed pointedly pointer pointing points poise poised poising poison poisoned poisonous poisons poke poked poker
poking pole poles police policeman policemen policy polish polished polishing polite politely politeness political politicians
politics polluted pollution polo pond pondered pondering ponderous ponderously ponds ponies pony pooh pool pools poor poorer poorly
pop pope poplar popped poppies populace popular popularity population porcelain porch porches poring pork porridge port portable
portal portentous porter porterage portion portions portly portmanteau portrait portraits ports pose position positions positive
positively possess possessed possessing possession possessions possessor possibilities possibility possible possibly post posted
posterity posting postman postmortem postponed postponement posts posture pot potato potatoes potency potent potential potentially
pots potted potter pouches pouf poultry pound pounded pounding pounds pour poured pouring pouted poverty powder powdered powdering
powdery power powerful powerfully powerless powers practical practically practice practiced practise practised practising
practitioner praise praised praises praising prancing pray prayed prayer prayers praying prays preach preached preaching precaution
precautions precede preceded precedent preceding precious precipices precipitate precipitated precise precisely precision
predecessors predicament predict predicted prediction preface prefer preferable preference preferment preferred preferring
prejudice prejudiced prejudices preliminaries preliminary prelude premature prematurely premeditated premise premises premonitory
preoccupied preparation preparations preparatory prepare prepared preparing prepossessing preposterous prescribed presence present
presentable presentation presented presentiment presently presents preservation preserve preserved preserving presided president
presiding press pressed presses pressing pressure presumably presume presumed presuming presumption pretence pretend pretended
pretending pretense pretensions preternatural pretext prettier prettiest prettily prettiness pretty prevail prevailed prevailing
prevalent prevent prevented preventing previous previously prey preyed price prices pricked pride prided priest priests prig
primarily prime primed primeval primitive prince princess principal principally principle principles print printed prints prior
prison prisoner prisoners prisons privacy private privately privilege privileged prize prizes probabilities probability probable
probably probe probing problem problems proceed proceeded proceeding proceedings proceeds process processes procession procure
procured procuring prodigal prodigious prodigiously produce produced produces producible producing product production productive
products profess professed profession professional professionally professions professor proffered proficiency profile profit
profitable profligate profound profoundly profuse profusely profusion program programme progress progressed progressing prohibited
prohibition project projected projecting projection projects prolong prolonged prolonging promenade prominence prominent promise
promised promises promising promote promoted promotion prompt prompted promptly prone prongs pronounce pronounced pronunciation
proof proofs propelled propensities proper properly properties property prophet prophetic proportion proportioned proportions
proposal proposals propose proposed proposing proposition propped proprietor propriety prosaic prose prosecute prosecuting
prosecution prospect prospects prosperity prosperous prostrate prostrated protect protected protecting protection protective
protest protestations protested protesting protruded proud proudly prove proved proverb proverbs proves provide provided providence
providing provinces provincial proving provision provisions provoked provoking prowl prowled proximity prudence prudent prudently
pry prying psalm psychic psychological psychology pub public publicity publicly publish publisher publishers puckered pudding
puddle puff puffed puffing puffy pull pulled pulling pulls pulp pulpit pulpy pulsation pulse pulses pump pumped pumping punch
punched punching punctual punctuality punctually pungent punish punished punishment pup pupil pupils puppet puppets purblind
purchase purchased purchaser purchases purchasing pure purely purify purifying purity purple purplish purport purpose purposeless
purposely purposes purr purred purring purse pursed pursuance pursue pursued pursuers pursuing pursuit pursuits purvis push pushed
pushing puss put puts putting putty puzzle puzzled puzzles quadrille quailed quaint qualifications qualified qualities quality
qualm qualms quantities quantity quarrel quarrelled quarrelling quarries quarry quart quarter quartered quarters quaver quay quays
queen queens queer queerest queerly quell queried querulous query quest question questionable questioned questioning questioningly
questions quick quicken quickened quickening quicker quickest quickly quickness quickset quid quiescent quiet quieted quieter
quietly quietness quit quite quitted quiver quivered quivering quoted rabbit rabbits race raced races racing rack racked racking
radiance radiant radiantly radiated radical radically radio radius rafters rag rage rages ragged raging rags rail railed railings
rails railway railways rain rained raining rains rainy raise raised raising raked raking rallied rally rallying ramble rambled
rambling ramparts ran ranch random rang range ranged rank ranks ransacked rant rap rapid rapidity rapidly rapped rapt rapture
rapturous rapturously rare rarely rarity rascal rash rashness rasp raspberry rasped rat rate rated rather rational rationally rats
rattle rattled rattling ravaging raved ravel raving raw ray rays razor razors re reach reached reaches reaching reacted reaction
read reader readers readily readiness reading readings reads ready real realise realised realising realities reality realization
realize realized realizing really realm reap reaped reaping reappear reappearance reappeared reappearing rear reared rearing reason
reasonable reasonableness reasonably reasoned reasoning reasons reassurance reassure reassured reassuring reawakened reawakening
rebel rebelled rebellious rebuff rebuke rebuked recall recalled recalling recapture recede receded receding receipt receive
received receiving recent recently reception receptive recess recital recite recited reckless recklessly recklessness reckon
reckoned reckoning reclined reclining recognise recognised recognition recognizable recognize recognized recognizing recoil
recoiled recoiling recollect recollected recollecting recollection recollections recommence recommenced recommend recommendation
recommended recommending reconciled reconnoitre reconstruction record recorded recorder records recount recounted recounting
recover recovered recovering recovers recovery recruiting rector rectory recuperative recurred recurring red redbrick redden
reddened reddening redder reddish redeem redeeming redness redress reds reduce reduced reducing reduction reechoed reed reeds reef
reeked reeking reel reeled reentered reentering reestablished refer reference references referred referring refined refinements
reflect reflected reflecting reflection reflections reflectively reflex reform refrain refrained refresh refreshed refreshing
refreshment refreshments refrigerator refuge refusal refusals refuse refused refuses refusing regain regained regal regard regarded
regarding regardless regards regiment region regions register registered regret regrets regretted regretting regular regularity
regularly regulate regulated regulation regulations reign rein reins reiterated reject rejected rejecting rejoice rejoiced
rejoicing rejoin rejoined rekindled rekindling relapsed relate related relates relating relation relations relationship relative
relatives relax relaxation relaxed release released releasing relent relevant reliable reliance relic relics relied relief relieve
relieved religion religious religiously relinquish relinquished relinquishing relished reloaded reluctance reluctant reluctantly
rely relying remain remainder remained remaining remains remark remarkable remarkably remarked remarking remarks remedy remember
remembered remembering remembers remembrance remembrances remind reminded reminder reminding reminds reminiscences remissness
remnant remnants remonstrance remonstrated remorse remote remotely remoter remotest removal remove removed removing remunerative
render rendered rendering renew renewal renewed renewing renown renowned rent rented reopened reopening repaid repair repaired
repairing repairs reparation repast repay repaying repeat repeated repeatedly repeater repeating repelled repent repentance
repentant repented repetition replace replaced replenish replenished replete replied reply replying report reported reports repose
reposed reposing reprehensible represent representation representations representative representatives represented representing
repress repressed repressing reproach reproached reproaches reproachful reproachfully reproduce reproduction repudiated repugnance
repugnant repulse repulsed repulsion repulsive reputation reputed request requested requesting require required requirement
requirements requires requiring requisite requited reread rescue rescued research researches resemblance resembled resembling
resent resented resentful resentfully resenting resentment reservation reservations reserve reserved reserves residence residences
resident residential residents residing resign resignation resigned resignedly resist resistance resisted resisting resistless
resolute resolutely resolution resolutions resolve resolved resolving resort resounded resounding resource resources respect
respectability respectable respected respectful respectfully respecting respective respects respiration respond responded
responding responds response responses responsibilities responsibility responsible rest restaurant rested restful resting restless
restlessly restlessness restore restored restoring restrain restrained restraining restraint restrict restrictions rests result
resulted results resume resumed resuming resurrection retail retailing retain retained retaining reticence reticent retire retired
retirement retires retiring retort retorted retorts retrace retraced retreat retreated retreating retreats retribution return
returned returning returns reveal revealed revealing revelation revenge revengeful reverberating reverberation revered reverence
reverently reverie reverse reversed revert reverted reverting review reviled revival revive revived reviving revolt revolted
revolution revolved revolver revolving revulsion reward rewarded rewards rhapsody rheumatic rhubarb rhyme rhythm rhythmic rib
ribbon ribs rich richard richer riches richly richness rick rickety ricks rid ridden riddle ride rider riders ridge ridges ridicule
ridiculed ridiculous ridiculously riding riff rifle rifles rig rigged riggers rigging right righted rightful righting rightly
rights rigid rigidly rim rimmed rims rind ring ringing rings ringside rinse rinsed rio riot riotous rip ripe ripening ripped
ripping ripple ripples rippling rise risen riser rises rising risk risked risking risks risky rival river rivers riverside rivet
riveted road roads roadside roadway roam roamed roaming roar roared roaring roast roasted rob robbed robber robe robert robes robin
robins robust rock rocked rocket rockets rocking rocks rocky rod rode rods roger rogue rogues role roll rolled roller rollers
rolling rolls roman romance romances romans romantic rome roof roofed roofless roofs rooks room rooms root rooted roots rope ropes
rose roses rosiness rosy rot rots rotted rotten rotting rouge rough roughed roughened rougher roughest roughly round roundabout
rounded roundly roundness rounds rouse roused rouses route routed routine roved roving row rowed rowing rowlocks rows royal rub
rubbed rubber rubbing rubbish rubble rubies ruby rudder ruddy rude rudely rudiments ruffian ruffled ruffles ruffling rug rugged
rugs ruin ruined ruining ruins rule ruled ruler rules ruling rum rumble rumbled rumbling rumor rumour rumours rumpled rumpus run
runaway rung runner running runs rural rush rushed rushes rushing russia russian russians rustic rustle rustled rustling rusty
ruthless ruthlessly règle sable sack sacking sacks sacrament sacred sacrifice sacrificed sacrificing sad sadder saddest saddle
saddles sadly sadness safe safely safer safest safety sagacity sagging said sail sailed sailing sailor sailors sails saint saints
sake salad sale salient saliva sallied sallow sally salon saloon salt salted salts salutation salute saluted saluting salvation sam
same sample samuel san sanctified sanction sanctuary sand sanded sands sandwich sandwiches sandy sane sang sanguine sanitation
sanity sank sap sapling sarah sarcasm sarcastic sarcastically sardines sash sashes sat satan satin satins satire satirical
satirically satisfaction satisfactory satisfied satisfy satisfying saturday saturdays sauce saucepan saucer saucers sauntered
sausage savage savagely savages save saved saves saving savings savours saw sawdust sawed saxon say saying says scaffold scald
scale scaled scaly scampered scampering scandal scandalous scanned scant scantily scar scarborough scarce scarcely scare scarecrow
scared scarf scarlet scarred scatter scattered scattering scene scenery scenes scent scented scents sceptical scheme schemes
scheming scholar school schoolboy schoolfellows schooling schoolmistress schools schooner science scientific scientist scientists
scissors scold scolded scooped scope score scores scorn scorned scornful scornfully scorning scotch scotland scott scoundrel
scoundrels scouring scout scowled scowling scramble scrambled scrap scrape scraped scraping scraps scratch scratched scratches
scratching scrawl scrawled scream screamed screaming screams screeched screeching screen screened screens screw screwdriver screwed
screwing screws scribbled scribbling script scrub scruff scruple scrupulous scrutiny scuffle sculled scum scuppers scuttled sea
seafaring seal sealed sealing seals seam seaman seamen seams seaports search searched searching seared searing seas season
seasonable seasoned seasons seat seated seats seawall seaward seawards seaweed secluded seclusion second secondary secondhand
seconding secondly seconds secrecy secret secretary secretly secrets section sections secure secured securely securing security
sedate see seed seeds seeing seek seeking seem seemed seeming seemingly seems seen sees seething seize seized seizing seizure
seldom select selected selecting selection self selfish selfishness sell selling sells selves semblance semi send sending sends
senior sensation sensations sense sensed senseless senses sensibilities sensibility sensible sensibly sensitive sensitiveness
sensual sent sentence sentences sentiment sentimental sentimentality sentiments sentinel sentries sentry separate separated
separately separates separating separation september sequel sequence serene serenely serenity sergeant series serious seriously
seriousness sermon sermons serpent serpentine servant servants serve served serves service serviceable services servile serving set
sets setting settle settled settlement settlements settles settling seven seventeenth seventh seventy sever several severally
severe severed severely severest severity sewed sewing sex sexton sexual shabby shadder shade shaded shades shadow shadowed shadows
shadowy shady shaft shafts shaggy shake shakedown shaken shaker shakes shakespeare shakily shaking shaky shall shallow shallows
shalt sham shame shamefacedly shameful shameless shape shaped shapeless shapely shapes shaping share shared sharing shark sharks
sharp sharpened sharper sharply shattered shattering shave shaved shaven shaving shawl shawls she sheaf sheath sheathed sheaves
shed shedding sheds sheep sheepskin sheer sheered sheet sheets shelf shell shelled shells shelter sheltered sheltering shelters
shelves shepherd sheriff sherry shield shields shift shifted shifting shifts shifty shilling shillings shimmer shimmering shin
shine shingle shining shins shiny ship shipmates shipped shipping ships shirking shirt shirts shirtsleeves shiver shivered
shivering shoal shock shocked shocking shockingly shocks shod shoe shoeing shoes shone shook shoot shooting shoots shop shopping
shops shore shores short shortcomings shortcuts shortened shorter shortly shortness shorts shortsighted shot shots should shoulder
shouldered shouldering shoulders shout shouted shouting shouts shove shoved shovel shoving show showed shower showing shown shows
showy shrank shreds shrewd shrewdly shrewdness shriek shrieked shrieking shrieks shrill shrilled shrimps shrink shrinking shroud
shrouded shrouds shrubbery shrubs shrug shrugged shrunk shrunken shudder shuddered shuddering shudders shuffled shuffling shun shut
shuts shutter shuttered shutters shutting shy shyly shyness si sicily sick sickened sickening sickly sickness side sideboard sided
sidelong sides sidewalk sideways sidled sidling sieve sift sifted sigh sighed sighing sight sighted sighting sightless sights sign
signal signalled signals signature signed significance significant significantly signified signify signifying signs silence
silenced silences silent silently silhouetted silhouettes silk silks silky sill silly silver silvered silvery similar similarity
similarly simile simmering simpered simple simpler simplest simpleton simplicity simply simulated simultaneously sin since sincere
sincerely sincerity sinewy sing singed singer singers singing single singleness singling singly sings singsong singular singularity
singularly sinister sink sinking sinks sinned sinner sins sinuous sip siphon sipped sipping sir siren sirs sister sisters sit site
sits sitting situated situation six sixpence sixteen sixteenth sixth sixty size sized sizes sizing skeins skeleton sketch sketched
sketches sketching skies skilful skilfully skill skilled skimmed skimming skin skinned skins skip skipped skipper skipping skirt
skirted skirts skulking skull sky skyline slab slabs slack slacken slackened slammed slang slant slanted slanting slap slapped
slapping slashed slate slats slaughter slave slaved slavery slaves sledge sledgehammer sleek sleep sleepily sleepiness sleeping
sleepless sleeplessness sleeps sleepwalking sleepy sleet sleeve sleeves slender slept slewed slice sliced slices slid slide sliding
slight slighted slighter slightest slightingly slightly slim slime slimy sling slip slipped slippered slippers slippery slipping
slips slit slope sloped slopes sloping slot slovenly slow slowed slower slowing slowly slowness slug sluggish slumber slumbering
slumberous slung slunk slur slurred slushy sly slyly slyness smack smacked small smaller smallest smallish smallness smart smartest
smartly smarts smash smashed smashing smeared smell smelled smelling smells smelt smile smiled smiles smiling smilingly smirk smith
smitten smock smoke smoked smoking smoky smoldering smooth smoothed smoother smoothing smoothly smoothness smote smothered
smouldering smudge smuggling smuts snails snake snakes snaky snap snapped snapping snare snares snarl snarled snarling snatch
snatched snatcher snatches snatching sneaking sneer sneered sneering sneers sneeze sneezing sniff sniffed sniffing sniffs snored
snoring snort snorted snorting snow snows snowy snub snuff snuffling snug snuggled snugly so soaked soaking soap soaped soared
soaring sob sobbed sobbing sober sobered soberer sobs social socialism societies society sockets socks sod soda sodden sofa sofas
soft soften softened softening softer softly softness soho soil soiled sojourn sol solace solaced sold solder soldier soldiering
soldiers sole solely solemn solemnity solemnly solicitor solicitors solicitously solicitude solid solidly solitary solitude
solution solve solved sombre some somebody somehow someone something somethink sometime sometimes somewhat somewhere somewheres son
song songs sonny sons soon sooner soot soothe soothed soothing soothingly sooty sophistication sordid sore sorely sorrow sorrowful
sorrowfully sorrowing sorrows sorry sort sorted sorting sorts sou sought soul soulless souls sound sounded sounding soundly sounds
soup sour source sources sourly south southeast southern southward southwest sovereign sovereigns soviet sowed sowing space spaced
spaces spacious spade spain span spangled spaniards spanish spare spared spark sparkle sparkled sparkles sparkling sparks sparrow
sparrows spars spasm spasmodic spasmodically spasms spat spawn speak speaker speakers speaking speaks special specialist specially
species specific specimen specimens speck speckled specks spectacle spectacles spectators spectral spectre speculation speculations
sped speech speeches speechless speed speedily speeding spell spellbound spelling spells spelt spend spending spends spent sphere
spheres spice spices spider spiders spikes spill spilled spilling spin spine spinney spinning spires spirit spirited spiritless
spirits spiritual spiritually spit spite spiteful spitting splash splashed splashes splashing splendid splendidly splendor
splendour splinters split splitting spluttered spluttering spoil spoiled spoils spoilt spoke spoken spokesman sponge sponged
sponging spontaneous spontaneously spoon spoons sport sporting sportive sports sportsmen spot spotless spots spotted spout spouting
sprang sprawled sprawling spray sprays spread spreading spring springing springs sprinkled sprinkling sprinted sprung spun spur
spurious spurned spurs spurt sputtering spy spyglass squabble squadron squalls square squared squarely squares squash squat
squatted squatting squeal squeeze squeezed squeezing squint squinted squinting squire squirmed squirting st stab stabbed stabbing
stability stable stables stack stacked stacks staff staffs stage stages staggered staggering stagnant stagnation stain stained
stair staircase stairs stairway stake staked stakes stale stalk stalked stalking stalks stalled stalls stalwart stammer stammered
stamp stamped stamping stamps stanchions stand standard standing standpoint stands standstill staple star starched stare stared
staring stark starlight starlings stars start started starting startled startling starts starvation starve starved starving state
stated stately statement statements states stating station stationed stationery stations statue stature stave staves stay stayed
staying stays stead steadfast steadfastly steadied steadily steady steadying steak steaks steal stealing stealth stealthy steam
steamer steamers steaming steed steel steely steep steeped steeple steeply steer steered steering steersman stellar stem stems
stench step stepmother stepped stepping steps sterile stern sternly sternness stew steward stick sticking sticks stickup stiff
stiffen stiffened stiffest stiffly stiffness stifle stifled stifling stile stiles still stilled stillness stimulant stimulating
stimulus sting stinger stink stinted stir stirred stirring stirs stitch stitches stoat stock stocking stockinged stockings stoical
stoically stoicism stoke stole stolen stolid stolidity stolidly stomach stone stones stony stood stool stools stoop stooped
stooping stop stopped stopping stops storage store stored stores stories storing storm storming storms stormy story storybook stout
stouter stoutly stove stowed straddled straddling straggle straggled stragglers straggling straight straighten straightened
straightening straighter straightforward straightway strain strained straining strait straits strand stranded strange strangely
strangeness stranger strangers strangest strangle strangled strangling strap strapped strapping straps strategic strategy straw
strawberries straws stray strayed straying streak streaked streaks stream streamed streaming streams street streets strength
strengthened strengthening strenuous strenuously stress stretch stretched stretcher stretches stretching strewn stricken strict
strictest strictly stride strides striding strike strikes striking string strings strip striped stripes stripped strips strive
striving strode stroke stroked strokes stroking stroll strolled strolling strong stronger strongest stronghold strongly struck
structure struggle struggled struggles struggling strung strut strutting stubble stubborn stubbornness stuck studded student
students studied studies studious studs study studying stuff stuffed stuffing stuffy stultify stumble stumbled stumbling stump
stumps stung stunned stunning stunts stupefied stupendous stupid stupider stupidity stupidly stupor sturdy sty style suavely
suavest sub subdued subduing subject subjected subjection subjective subjects sublime submerged submission submissive submissively
submit submitted subordinate subsequent subside subsided subsiding subsist subsisted substance substantial substantially substitute
substitutes subterfuge subtle subtler subtlety subtly suburban succeed succeeded succeeding success successful successfully
succession successive successor succumbed such suchlike suck sucked sucking suckling sudden suddenly suddenness suffer suffered
sufferer sufferers suffering sufferings suffers suffice sufficient sufficiently suffocating suffused sugar suggest suggested
suggesting suggestion suggestions suggestive suicide suit suitable suitably suitcase suite suited suitor suits sulks sulky sullen
sullenly sultry sum summary summat summed summer summertime summit summits summon summoned summoning summons summut sums sun
sunbaked sunbeams sunbonnet sunburned sunburnt sunday sundays sundown sundry sung sunk sunken sunless sunlight sunny sunrise suns
sunset sunshine sup super superb supercargo supercilious superciliousness superficial superfluous superintend superintended
superintendent superior superiority superlatively superseded superstition superstitions superstitious supervisor supped supper
suppertime supple supplementary supplication supplied supplies supply support supported supporting suppose supposed supposing
supposition suppress suppressed suppression supreme supremely sure surely surer surest surf surface surfaces surge surged surgeon
surging surly surmise surmises surname surpassed surpassing surprise surprised surprises surprising surprisingly surrender surround
surrounded surrounding surroundings survey surveyed surveying survival survive survived surviving survivors susceptibility suspect
suspected suspecting suspects suspend suspended suspense suspension suspicion suspicions suspicious suspiciously sussex sustained
sustaining swab swabs swagger swaggering swallow swallowed swallowing swallows swam swamp swamps swan sward swarm swarmed swarming
swarthy sway swayed swaying swear swearing swears sweat sweated sweater sweep sweeping sweeps sweet sweeter sweetest sweetly
sweetness swell swelled swelling sweltering swept swerved swift swiftly swim swimming swine swing swinging swings swirl swirled
swirling swish swished switch switched switzerland swivel swollen swoon swooped swooping sword swords swore sworn swum swung
syllable syllables symbol symbols symmetry sympathetic sympathetically sympathies sympathise sympathy symptom symptoms synopsis
syrup system systematic systems ta table tablecloth tables tablets tacit taciturn tack tacked tackle tact tag tail tailed tailor
tailors tails taint take taken takes taking tale talent talents tales talk talkative talked talker talking talks tall taller
tallest tally tame tamed taming tan tangible tangle tangled tanned tanner tap tape tapered tapped tapping taps tar target tarnished
tarpaulin tarpaulins tarry task taskmaster tasks taste tasted tastes tasting tat tate tattered tatters tattooed taught taut tavern
tawny tax taxed taxes taxi taylor tea teach teacher teaching teachings team teams teapot tear tearful tearing tears tease teased
teasing teatime technical technicalities technically technicians ted tedious teemed teeming teems teeth telegram telegrams
telegraph telegraphed telegraphic telephone telephoned telescope tell teller telling tells temper temperament temperature tempered
tempers temple temples temporarily temporary tempt temptation tempted tempting ten tenant tenants tend tended tendencies tendency
tender tenderer tenderest tenderly tenderness tending tendons tends tenement tennis tens tense tension tent tentative tentatively
tenth tenure term terminated terms terrace terraces terrain terrestrial terrible terribly terrier terriers terrific terrifically
terrified terrify terrifying terror terrors terry test testament testamentary tested tester testified testify testily testimony
tests tethered text th thames than thank thanked thankful thankfully thankfulness thanking thanks thanksgiving that thatch the
theatre theatrical thee theer their theirs them theme themes themselves then thence thenceforward theological theology
theoretically theories theory there thereabouts thereafter thereby therefore therein thereof thereon thereto thereupon these they
thick thickened thicker thickest thicket thickets thickheaded thickly thickset thieves thigh thighs thimble thin thine thing things
think thinking thinks thinner thinning third thirdly thirds thirst thirsty thirteen thirty this thither thomas thompson thorn
thorns thorny thorough thoroughly those thou though thought thoughtful thoughtfully thoughtfulness thoughtless thoughtlessness
thoughts thousand thousandfold thousands thread threadbare threaded threading threads threat threaten threatened threatening
threatens threats three threes thresh threshing threshold threw thrifty thrill thrilled thrilling thrills thrive thriving throat
throated throats throb throbbed throbbing throng thronged through throughout throw throwing thrown throws thrushes thrust thrusting
thrusts thud thumb thump thumped thumping thunder thundering thunderstorm thunderstruck thursday thus thwart thwarted thy ticket
tickets ticking tickle tickled ticklish tide tides tidied tidings tidy tidying tie tied ties tiger tight tightened tightening
tighter tightly tiled tiles till tiller tilt tilted tilting timber timbers time timelessness times timid timidly tin tinder tinge
tinged tingle tingling tinkle tinkled tins tint tints tiny tip tipped tips tipsy tiptoe tired tires tiresome tiring tissue tit
title titles to toads toady toast toasted toasting tobacco today toe toes together toil toiled toilet toiling toils token told
tolerable tolerably tolerant tolerate toleration toll tom tomb tombs tombstone tombstones tommy tomorrow ton tone toned tones tongs
tongue tongued tongues tonic tonight tons tony too took tool tools tooth toothache toothed toothpick tooting top topic topics
topped toppling tops torch torchlight tore torment tormented tormenting torn torrent torrid torture tortured tortures torturing
toss tossed tossing total totally totals touch touched touches touching tough toughest tour tourist tourists tousled toward towards
towed towel towels tower towered towering towers towing town towns toy toys trace traced traces tracing track trackless tracks
tract tractable tracts trade traded traders trades tradesman tradesmen tradespeople trading tradition traditions traffic tragedy
tragic tragical tragically trail trailed trailing train trained training trains traipsing trait traitor tramp tramped tramping
trampled tramps trance tranquil tranquillity transaction transactions transfer transferred transfixed transform transformation
transformed transient translated transmutation transparency transparent transpired transport transportation transported transports
trap trapdoor trapped traps travel traveling travelled travellers travelling travels traverse traversed tray treacherous treachery
tread treading treads treasure treasured treasures treat treated treating treatment treaty tree trees treetops tremble trembled
trembling tremendous tremendously tremor tremulous tremulously trenchant trepidation trespass trial trials triangular tribe
tributary tribute trick tricked trickle trickled trickling tricks tried tries trifle trifled trifles trifling trigger trim trimmed
trimming trimmings trinkets trio trip triple tripped tripping trips triumph triumphal triumphant triumphantly triumphing triumphs
trivial trod trodden troop trooped trooping troops trot trotted trotting trouble troubled troubles troublesome troubling trough
troughs trouser trousers trout trowel truant truce truck trucks trudge trudged trudging true truest truly trump trumpet truncheon
trunk trunks trust trusted trusting trustworthy truth truthfully truthfulness truths try trying très tub tube tubes tubing tubs
tuck tucked tucking tudor tuesday tuft tufts tug tugged tugging tuition tumble tumbled tumbles tumbling tumult tumultuous tune
tuned tunes tunnel tunnels turbid turbulent turf turk turkey turks turmoil turn turned turning turnings turnips turnpike turns
turret twang twanging tweed twelve twelvemonth twentieth twenty twice twiddling twig twigs twilight twin twined twinge twinkle
twinkled twinkling twirled twirling twist twisted twisting twists twitch twitched twitching twittered twittering two twopence twos
tying type typed types typewriter typical typified tête ugh ugliness ugly ultimate ultimately umbrella un unabashed unable
unaccountable unaccustomed unacquainted unaffected unaffectedly unalterable unanimously unanswerable unarmed unasked unassisted
unassuming unattended unavailing unavoidable unaware unawares unbecoming unbeknown unbending unbolted unborn unbroken unbuttoned
unbuttoning uncanny unceremoniously uncertain uncertainty unchanged unchanging unchecked uncle unclean uncles uncomfortable
uncomfortably uncommon uncommonly uncommunicative unconcern unconcerned uncongenial unconnected unconscionable unconscious
unconsciously unconsciousness unconventional unconvinced uncorked uncouth uncover uncovered undecided under underclothes
underclothing underfoot undergo undergoing undergone undergraduate underground undergrowth underlings underneath undershirt
underside undersized understand understanding understands understood undersurface undertake undertaken undertaker undertaking
undertakings undertone undertook underwent undeveloped undignified undiminished undiscovered undisturbed undo undoing undone
undoubted undoubtedly undress undressed undressing undulating undulations unduly undutiful une unearthed unearthly uneasily
uneasiness uneasy unequal unequalled unequally unerring uneven unexpected unexpectedly unexplained unfair unfairly unfaithful
unfamiliar unfastened unfavourable unfeeling unfinished unfit unfitness unfold unfolded unfolding unforeseen unformed unfortunate
unfortunately unfrequented unfriendly ungainly ungenerous ungracious ungrateful unguarded unhallowed unhappily unhappiness unhappy
unharmed unhealthy unheard unheeding unholy unhurt uniform uniformly uniforms unimpeachable unimportant uninhabited unintelligible
unintentional uninteresting union unique unison unit unite united uniting units unity universal universally universe universities
university unjust unjustly unkind unkindness unknowing unknowingly unknown unlatched unless unlighted unlike unlikely unlimited
unload unloaded unloading unlocked unlocking unlucky unmanageable unmistakable unmistakably unmoved unmoving unnatural unnaturally
unnecessary unnerved unobserved unopened unpack unpacked unpacking unparalleled unpleasant unpleasantly unpleasantness unprepared
unprotected unprovided unpunctual unqualified unquestionably unravelling unreal unreality unreasonable unreasonably unrecorded
unreserved unrest unrestrained unsatisfactory unscrewed unscrupulous unsealed unseen unselfish unsettled unshaken unskilfully
unspeakable unsteadily unsteady unsteered unstrapped unsuccessful unsuitable unsuspected untamed untasted untenable unthinkable
unthinking untied until untinctured unto untouched untoward untried untrodden untrue untrustworthy untruthfully unturned unused
unusual unusually unutterable unvaried unvarying unwearying unwelcome unwell unwilling unwillingly unwillingness unwittingly
unwonted unworthy unwound unwrap unwrapped up upbraided upbraiding upheld uphill uphold upholstery uplands uplifted upon upper
uppermost uppish upright uprights uproar uprose ups upset upsetting upshot upside upstairs upstart upstream upturned upward upwards
urge urged urgency urgent urging us usage use used useful useless uselessly uses ushered ushers using usual usually utilize utmost
utter utterance uttered uttering utterly uttermost vacancy vacant vacantly vacated vacillating vagaries vague vaguely vagueness
vain vainly valid validity valley valleys valour valuable value valued values van vanish vanished vanishing vanity vapor vaporous
vapour variable variance varied varieties variety various varnish vary varying vase vases vast vastly vastness vat vault vaulted
vaults veered vegetable vegetables vegetation vehemence vehement vehicle vehicles veil veiled veils vein veins velocity velvet
velveteen velvety venerable vengeance venice vent venture ventured venturing verb verbal verdant verdict verge verified verify
verily veritable vermin vermouth vernacular verse versed verses version vertical very vessel vessels vest vestibule vestry vex
vexation vexed vexing vi via vibrant vibrate vibrated vibrating vibration vicarage vice vices vicinity vicious viciously victim
victims victoria victorian victorious victory victuals vienna view viewed viewing views vigil vigor vigorous vigorously vigour vii
viii vile villa village villagers villages villain villainous villains villas vinegar vintage violate violated violence violent
violently violet virgin virtually virtue virtues virtuous virtuously visible visibly vision visionary visions visit visited
visiting visitor visitors visits vista vital vitality vitally vivacity vivid vividly vocal vocation vogue voice voiced voices void
volatile volition volley volubility volume volumes voluminous voluntarily volunteered volunteers voluptuous voluptuousness vote
voted vouch vouchsafed vow voyage voyages vulgar vulgarised vulgarity vulpine waddled wade waded wading wafer wafted wafts wage
wager wages wagged wagging waggled wagon wagons wail wailed wailing wain waist waistcoat waists wait waited waiter waiters waiting
waitress waits waive wake waked wakeful wakened wakes waking wales walk walked walking walks wall walled wallet wallowing walls
waltz walworth wan wander wandered wanderer wandering wanderings wanders waned want wanted wanting wanton wantonly wants war ward
warded warder warders wardrobe wards warehouse warehouses warily warm warmed warmest warming warmly warmth warn warned warning
warningly warnings warped warrant warrants warren wars wary was wash washed washhouse washing washstand waste wasted wasteful
wasting watch watched watchers watches watchful watchfulness watching watchman water watercourses watered watering waterline
waterloo waterman watermen waters waterside waterways watery wave waved wavered wavering waves waving wavy wax waxed waxen way
wayfarers ways we weak weaken weakened weakening weaker weakest weakly weakness weaknesses wealth wealthy weapon weapons wear
wearied wearily weariness wearing wearisome wearisomeness wears weary weasel weather weathers weaving web webs wedding wedge
wednesday wee weed weeds weedy week weekday weekend weekly weeks weep weeping weigh weighed weighing weight weighted weighty weir
weird weirs welcome welcomed welcoming welfare well welled wellington weltering wench went wept were wery west western westminster
westward wet wetness wetted wetting whack whacking whale wharf what whatever whatnot whatsoever wheat wheel wheeled wheeler
wheeling wheels when whence whenever where whereas whereat whereby wherefore wherein whereon whereupon wherever whether which
whichever whiff while whiles whilst whim whimpered whimpering whims whimsical whine whined whining whip whipped whipping whips
whirl whirled whirling whisked whisker whiskers whiskey whisper whispered whispering whispers whist whistle whistled whistles
whistling whit white whitened whiteness whiter whites whitewash whitewashed whither whitish whizzed who whoever whole wholesale
wholesome wholly whom whomsoever whooping whose why wicked wickedest wickedly wickedness wicker wicket wide widely widened widening
wider widow width wife wig wigs wild wilderness wildest wildly wilful wilfully will willed william willing willingly willingness
willow willows wills willy wily win wince winced wincing wind winder windfall winding windmill window windowpanes windows winds
windsor windy wine wines wing winged wings wink winked winking winner winning winter wintertime wintry wipe wiped wiping wire wired
wires wiry wisdom wise wisely wiser wisest wish wished wisher wishes wishful wishing wisps wistful wistfully wistfulness wit witch
witches with withdraw withdrawing withdrawn withdrew withered withering withheld within without withstand withstood witness
witnessed witnesses witnessing wits witted witty wives wobbled wobbly woe woebegone woke wolf wolves woman womanhood womanly women
won wonder wondered wonderful wonderfully wondering wonders wondrous wont wonted wood wooded wooden woodland woods woody wool
woolen woolly word words wore work worked worker workers working workingman workings workman workmen workpeople works world worldly
worlds worm worms worn worried worries worry worrying worse worship worshipped worshipping worst worsted worth worthier worthless
worthy wot would wound wounded wounding wounds wrangled wrangling wrap wrapped wrapper wrappers wrapping wraps wrath wreath
wreathed wreaths wreck wrecked wrecking wrecks wrench wrenched wrenching wrestled wrestling wretch wretched wretchedly wretchedness
wretches wriggle wriggling wright wring wringing wrinkled wrinkles wrinkling wrist wrists write writer writers writes writhed
writhing writing written wrong wrongdoing wronged wronging wrongly wrongs wrote wrought wrung wry wryly xi xii xiii xiv xix xl xli
xlii xliii xliv xlix xlv xlvi xlvii xlviii xv xvi xvii xviii xx xxi xxii xxiii xxiv xxix xxv xxvi xxvii xxviii xxx xxxi xxxii
xxxiii xxxiv xxxix xxxv xxxvi xxxvii xxxviii yanked yard yards yarn yarns yawing yawn yawned yawning ye yeah year yearly yearning
years yell yelled yelling yellow yellowed yellower yellowish yells yelping yer yes yesterday yet yew yews yield yielded yielding
yonder york yorkshire you young younger youngest youngish youngsters your yours yourself yourselves youth youthful youths zeal
zealous zest zoo éclat`;
