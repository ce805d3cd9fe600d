/**
 * Phrases after which the bot shows the help card instead of doing what was asked. Data alone; `screen.ts` looks for them.
 *
 * Words in lower case, as `normalise.ts` leaves them (no apostrophes; "gonna" is "going to", "don't" is "do not", "mum" for
 * every word for mother). `(a|b)` is a choice, `[a]` may be missing, `{name}` stands for a group of words, `*` for up to three
 * words, `(?! …)` for what must not follow. A phrase is about the person themself, or about something done to them: a topic
 * alone ("self-harm project meeting") is none. A false alarm costs one card; a miss costs more, so where the two pull apart
 * we catch.
 */

export type Kind =
  | "wants to die"
  | "hurts themself"
  | "eating"
  | "hurt by someone"
  | "sexual harm"
  | "not safe"
  | "told to keep quiet";

/** Groups of words, usable in the phrases below. */
export const groups = {
  family:
    "(mum|dad|step dad|stepdad|step mum|stepmum|uncle|aunt|aunty|auntie|brother|sister|step brother|stepbrother|step sister|stepsister|cousin|nan|gran|grandma|grandad|grandpa|parents|parent|foster carer|foster mum|foster dad|carer|boyfriend|girlfriend|partner|ex|husband|wife|fiance)",
  adult:
    "(teacher|coach|youth worker|worker|social worker|key worker|boss|tutor|neighbour|family friend|imam|priest|vicar|pastor|driver)",
  someone:
    "(he|she|they|someone|this man|a man|this guy|some guy|a guy|this boy|a boy|this woman|a woman|this person|my {family}|my {adult}|mum|dad)",
  often: "[always|often|sometimes|just|really|keeps|kept|still|once|even|nearly|actually|regularly]",
  hit: "(hit|hits|hitting|beat|beats|beating|beat up|beats up|punch|punches|punched|punching|slap|slaps|slapped|slapping|kick|kicks|kicked|kicking|choke|chokes|choked|choking|strangle|strangles|strangled|smack|smacks|smacked|burn|burns|burned|burnt|whip|whips|whipped|hurt|hurts|hurting|abuse|abuses|abused|abusing|threaten|threatens|threatened|batter|batters|battered)",
  /** "hit me up" is a message; "beat me at chess" is a game. */
  notInPlay:
    "(?! up| at chess| at fifa| at football| at tennis| at pool| at uno| at games| at a game| at the game| at mario kart| at cards| at everything| in a race| to it| by a)",
  meOrUs: "(me|us){notInPlay}",
  weapon: "(belt|stick|knife|blade|razor|scissors|needle|lighter|compass)",
  asks: "(want|wants|wanted|ask|asks|asked|asking|is asking|keeps asking|kept asking|begs|begged|told|tells|made|makes|making|is making|pressured|pressures|pressuring|forced|forces|forcing|blackmailed|blackmails)",
  pictures: "(picture|pictures|a picture|video|videos|a video|selfies)",
  nudes: "(nudes|nude|a nude|naked {pictures}|nude {pictures}|sexy {pictures}|dick {pictures})",
} as const;

export const phrases: Record<Kind, readonly string[]> = {
  "wants to die": [
    "(want|wants|wanted|ready|wish|rather|choose|chose|deserve|deserved|plan|planning|hope|would like|need) to [just|really|fucking] (die|be dead|unalive|be unalive)",
    "(going|want|trying|tried|plan|planning) to unalive",
    "(want|wish) to be dead",
    "i (hope|wish) i [just|could|would|can] die",
    "i would rather (die|be dead)",
    "wish i (was|were|am) (dead|never born|not alive)",
    "wish i (had|could|would) (never been born|died|not wake up|disappear forever|never wake up)",
    "(kill|killing|killed|unalive|unaliving|hang|hanging|drown|drowning|shoot|shooting|poison|poisoning) myself",
    "(kms|k m s)",
    "sewer slide",
    "(end|ending|take|taking) (my life|my own life)",
    "end it all",
    "want to end it$",
    "i (do|did) not want to (live|be alive|exist|be here any more|be here anymore|wake up|go on living|go on)",
    "i (can not|could not) (go on|live like this|live any more|live anymore)",
    "(no|nothing) (point|reason) (in|to) (living|live|life|being alive|be alive)",
    "(nothing|no reason) to live for",
    "better off (dead|without me|if i was dead|if i were dead|if i was gone|if i died)",
    "life is not worth living",
    "i am (tired|sick) of (living|life|being alive)",
    "hate being alive",
    "i do not deserve to live",
    "i (am|feel|felt|have been|am feeling|have been feeling) [really|so|very|kind of] suicidal",
    "(commit|committing) suicide",
    "(my|have|having|had|get|getting) suicidal thoughts",
    "my suicide note",
    "(thinking|thought|think) (about|of) (suicide|dying|ending it|death all the time)(?! prevention| awareness)",
    "(want|going) to jump off (a|the) (bridge|building|roof)",
    "(took|take|taken|taking) (an overdose|all my pills|all my tablets|all the pills|too many pills|too many tablets)",
    "(want|going|tried|trying) to overdose",
    // Welsh, Polish, Romanian, Spanish, Lithuanian, Portuguese. Not yet read by people who speak them.
    "(dw i|dw in|dwi|dwin|rydw i|rwyn) [yn] (eisiau|isio|ishe|moyn) (marw|lladd fy hun)",
    "lladd fy hun",
    "chce [sie] (umrzec|zabic)",
    "nie chce [juz] zyc",
    "vreau sa mor",
    "quiero (morir|morirme|matarme)",
    "noriu (mirti|numirti|nusizudyti)",
    "quero (morrer|matar me)",
  ],
  "hurts themself": [
    "(cut|cuts|cutting|slice|slicing) myself(?! a| some| free| off| short| out)",
    "(burn|burning|burned|burnt|hurt|hurting|harm|harming|harmed|scratching|punch|punching|hitting|hit|starve|starving|starved|injure|injuring) myself",
    "i (have|keep|still|always) [been|to] (self harm|selfharm|self harming|selfharming|self harmed|selfharmed)",
    "i (self harm|selfharm|self harmed|selfharmed)",
    "(started|been|keep|kept|stop|am|was) (self harming|selfharming)",
    "(started|been|keep|kept|stop|back to) cutting [again]$",
    "(cut|cutting|slit|slitting|slice|slicing) my (wrist|wrists|arm|arms|leg|legs|thigh|thighs|skin|veins)",
    "(urge|urges) to (cut|hurt|harm|self harm)",
    "(want|need) to (cut|self harm) [again]$",
    "(torri|brifo) fy hun",
    "tne sie",
  ],
  eating: [
    "(make|making|made|makes) myself (sick|throw up|puke|vomit|be sick)",
    "(throw|throwing|threw) up (after eating|after i eat|after meals|after every meal|my food|to lose weight|on purpose)",
    "starving to (lose weight|be thin|get thin|be skinny)",
    "(stopped|stop|not|have not|do not) (eating|eat|eaten) (to lose weight|to be thin|to get thin|to be skinny|for days|for a week|because i am fat|because i feel fat)",
    "have not eaten (in|for) * days",
    "i am (scared|afraid|terrified) (of|to) (eating|eat|food|gain weight|gaining weight)",
    "(taking|take|took) laxatives to",
  ],
  "hurt by someone": [
    "(my|his|her) {family} {often} {hit} {meOrUs}",
    "(mum|dad|stepdad|stepmum|step dad|step mum|uncle|parents) {often} {hit} {meOrUs}",
    "(mum|dad|my {family}|my {adult}) (is|was|are|were|has been|have been|will|started|threatened to|tried to|used to) {hit} {meOrUs}",
    "my {adult} {often} {hit} {meOrUs}",
    "(he|she|they|someone) {often} {hit} me (when|with|if|because|again|at home|every|until|all the time|so hard)",
    "(he|she|they|someone) (beats|abuses|strangled|choked|burned|burnt|threatens|abused|battered|beat) me$",
    "(he|she) [always|often|sometimes|still] (hits|beats|slaps|punches|kicks|hurts) me{notInPlay}",
    "(being|get|got|am|was|been|getting) (hit|beaten|beat up|abused|slapped|punched|kicked|burned) (at home|by my|by him|by her|by mum|by dad|by someone|by a man|every day|every night)",
    "i (am|was|have been|got|am being|was being|keep being) (abused|trafficked|groomed|blackmailed|sextorted|exploited|beaten)",
    "{hit} me with (a|his|her|the) {weapon}",
    "(locks|locked|lock) me (in|out of) (my|the|a) (room|house|cupboard|shed|bathroom|dark)",
    "(tried|threatened|threatens|wants) to kill (me|us|my {family})",
    "(force|forces|forced|forcing) me to (marry|get married|sell|carry|steal|deal|hold drugs|leave the country)",
    "(made|makes|make|making) me (carry|sell|hold|deliver) (drugs|a knife|packages)",
    "(dad|tad|mum) yn (taro|bwrw|curo) fi",
    "(tata|mama) mnie bije",
    "(tata|mama) ma bate",
    "mi (padre|madre|papa|mama) me pega",
  ],
  "sexual harm": [
    "(forced|forcing|force|forces|pressured|pressuring|pressures|blackmailed) [me] (to|into) [have|having] (sex|intercourse)",
    "(make|makes|made|making) me (have sex|do sexual things|do sexual stuff|do sex stuff|touch him|touch her|kiss him|touch his|suck)",
    "(forced|pressured) [me] to (do sexual things|do sexual stuff|do sex stuff|touch him|touch her|kiss him|kiss her|strip|undress)",
    "(i was|i got|i have been|i am being|was being|got) (raped|molested|sexually assaulted|sexually abused)",
    "(rape|rapes|raped|raping|molest|molests|molested|molesting) me",
    "{someone} {often} (touch|touches|touched|touching|keeps touching|grabbed|grabs|groped|gropes) me (there|down there|under|inappropriately|and|when|in|at|where|while|on my|in bed)",
    "{someone} {often} (touch|touches|touched|touching|grabbed|grabs|groped|gropes) my (private|privates|private parts|boobs|breasts|bum|chest|body|thigh)",
    "my ({family}|{adult}) {often} (touches|touched|touching|groped|gropes) me",
    "(he|she|someone) {often} (touches|touched|touching|groped|gropes) me$",
    "(comes|came|gets|got) (in|into) my (room|bed) at night",
    "{someone} {often} {asks} [me] [for|to send|to take|send] [him|her|them] [some|more|a few] {pictures} of (me|my body|myself)",
    "(he|she|someone|a man|this man|this guy|a guy) [online|from online|on snapchat|on discord|on instagram] {often} (asks me|keeps asking|keeps asking me|wants me|told me|asked me) (for|to send|to send him|to send her|to send them) [more|some|sexy|dirty|my] {pictures}",
    "{asks} [me] (for|to send|to take|send) [him|her|them|my|some|more] {nudes}",
    "(has|have|got|shared|sharing|sent|leaked|posted|share|post|send) [my|a] {nudes} of me",
    "(shared|sharing|leaked|posted|share|post|has|have|got|send everyone) my {nudes}",
    "(naked|nude) {pictures} of me",
    "(sent|sends|sending) me {nudes}",
    "older (man|guy|woman|boy|bloke) [online|from online|on snapchat|on discord|on instagram] (wants|asked|asks|keeps|messages|is messaging|keeps messaging) * me",
    "(sex|sexual things|sexual stuff|sex stuff) with my ({family}|{adult})",
  ],
  "not safe": [
    "i [really|just] (do|did) not [really|ever] feel safe",
    "(not|never) (safe|feel safe|feeling safe) (at home|at my|with my|with him|with her|in my|around him|around her|around my)",
    "i (feel|am|am feeling) [really|so|very] unsafe",
    "i am [really|so|too|very] (scared|afraid|terrified|frightened) (to go home|of going home|to be at home|at home|of my {family}|of my {adult}|of him|of her|of what he|of what she|for my life|to be alone with)",
    "i (want|am going|need|am planning|plan|have) to run away",
    "(ran|running) away from home",
    "(kicked|threw|thrown|chucked) me out of (home|the house|my house|my home)",
    "i have (no where|nowhere) (to sleep|to live|safe|to go)",
    "i am in danger",
    "i [really|just] want to (kill|stab|hurt) (him|her|them|someone|my {family}|people|everyone)",
    "(ddim|dim) yn teimlo (yn|n) (ddiogel|saff)",
    "(ddim|dim) yn teimlon (ddiogel|saff)",
    "nie czuje sie bezpiecznie",
  ],
  "told to keep quiet": [
    "(said|says|told|tells|telling|warned|warns|made|makes|begged|asked) [me|us] [i|we] [promise|can|could|must|should|better|swear] (not to tell|not tell|never tell|never to tell|do not tell) (anyone|no one|my {family}|my {adult}|a teacher|the police|a worker|the teacher|staff|you)",
    "(said|says|told me|tells me) (it is|this is|that it is|that is|to keep it|keep it) (a|our) secret",
    "our little secret",
    "i am not allowed to tell (anyone|you|my {family})",
    "(will|would|going to) (hurt|kill|hit|beat|find) (me|us|my {family}) if i (tell|told|say|said|speak)",
    "i am (scared|afraid) to tell (anyone|my {family}|someone)",
  ],
};

/** Emoji that say it without a word: each of these together, in a text that has no words. */
export const signals: readonly (readonly string[])[] = [
  ["🔪", "🩸"],
  ["🪒", "🩸"],
  ["🔪", "😭"],
  ["🔪", "😔"],
  ["🔫", "😭"],
  ["🔫", "😔"],
  ["💊", "💀"],
  ["💊", "⚰"],
  ["🪢", "😭"],
  ["🪢", "😔"],
  ["🪢", "💀"],
];
