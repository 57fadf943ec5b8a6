// What is written to steer a language model instead of a reader. Unmistakable commands stay out of the catalogue (knowledge/); whatever
// merely sounds like one stays away from the model (domain/answers).

/** Folds what hides an order: tag characters, invisible ones, letters set apart, figures for letters. */
function plain(text: string): string {
  const seen = usual.test(text) ? text : reveal(text);
  const joined = lettersApart.test(seen) ? seen.replace(apartPattern, word => word.replace(/[ .\-_*]/g, '')) : seen;
  const lower = joined.toLowerCase();
  const spelled = /[a-zæøå][013457][a-zæøå]|\b1[a-zæøå]{3}/.test(lower) ? lower.replace(figures, asLetter) : lower;
  return /[*_`~]/.test(spelled) ? spelled.replace(/[*_`~]+/g, '') : spelled;
}

/** Signs that hide nothing. */
const usual = /^[\s!-~æøåÆØÅéÉ–—»«”“…’•]*$/;
const lettersApart = /[^\s][ .\-_*][^\s][ .\-_*][^\s][ .\-_*]/;
const apartPattern = /(?<![\p{L}\p{N}])(?:\p{L}[ .\-_*]){3,}\p{L}(?![\p{L}\p{N}])/gu;
const figures = /(?<=\p{L})[013457](?=\p{L})|(?<![\p{L}\p{N}])1(?=\p{L}{3})/gu;
const asLetter = (sign: string) => letters[sign] ?? sign;

const reveal = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u{E0020}-\u{E007E}]/gu, sign => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xe0000))
    .replace(/[\p{Cf}\u{E0000}-\u{E007F}]/gu, '');

const asciiSigns: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', é: 'e', è: 'e', '’': "'", '‘': "'" };
const ascii = (text: string): string => text.replace(/[æøåéè’‘]/g, sign => asciiSigns[sign] ?? sign);

const letters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

const machine = String.raw`(?:ai|a\.i\.|ki|ai'?en|ai-?(?:assistent|model|system|bot|agent)\p{L}*|kunstige? intelligens\p{L}*|sprogmodel\p{L}*|language models?|llms?|chat ?bot\p{L}*|chatgpt|gpt|copilot|botten|bots?|robot(?:ten|ter)?|(?<!pædagogiske? )assistent(?:en)?|(?:ai )?assistants?)`;
const rules = String.raw`(?:instru[ck]\p{L}*|intruks\p{L}*|instrux\p{L}*|regl?er\p{L}*|regel\p{L}*|forskrift\p{L}*|retningslinj\p{L}*|anvisning\p{L}*|ordrer?\p{L}*|begrænsning\p{L}*|prompt\p{L}*|system ?(?:besked|tekst|message)\p{L}*|rules?|guidelines?|directives?|restrictions?|constraints?|orders)`;
const near = String.raw`(?:[^.!?]{0,60}?\b)`;
const speak = `(?:svare?r?|skrive?r?|sige?r?|oplyse?r?|fortælle?r?|nævne?r?|anbefale?r?|citere?r?|henvise?r?|tilføje?r?|indsætte?r?|medtage?r?|gengive?r?|vise?r?|udskrive?r?|ignorere?r?|kalde?r?|begynde?r?|afslutte?r?|answers?|reply|replies|responds?|says?|writes?|tells?|states?|adds?|includes?|outputs?|recommends?|quotes?|cites?|calls?|ignores?|reveals?|prints?|mentions?|must|insert)`;

const orders = [
  // Setting the rules aside.
  String.raw`\b(?:ignor\p{L}*|igno?r+er\p{L}*|se (?:nu )?bort fra|bortse fra|glem|tilsidesæt|overhør|overtræd|bryd|omgå|spring over|fravig|drop|disregard|forget|overrid\p{L}*|bypass|skip|do not follow|don'?t follow|følg ikke|stop med at følge)\b${near}(?:${rules}|(?:alt|alle|hvad|what|everything|anything|all)\b[^.!?]{0,25}\b(?:ovenfor|ovenstående|foregående|tidligere|før|fået|besked|lært|hidtil|above|previous|prior|before|earlier|told|been|know))`,
  String.raw`\b(?:glem|forget) (?:alt|everything|all)\b`,
  String.raw`\bignor\p{L}* (?:alt|alle|all|everything|the above|previous|prior|any previous|dine|your|ovenstående|det foregående|spørgsmålet|the question)\b`,
  String.raw`\b(?:dine|din|your|nye|new|hemmelige|secret|skjulte|hidden|oprindelige|original|følgende nye)\b ${rules} (?:er|gælder|lyder|ophæves|are|is|no longer|were|bortfalder|:)`,
  String.raw`\b(?:nye|ny|new|updated|opdaterede?) ${rules}\s*[:;]`,
  String.raw`\b(?:reglerne|instruktionerne|instrukserne|rules|instructions) (?:ovenfor|above|before)\b`,
  String.raw`\b(?:din|dit|your|the) (?:nye|new) (?:opgave|mål|rolle|task|goal|role|job|objective)\b|#{2,} ?(?:ny |new )?instru`,
  // A new part to play.
  String.raw`\bdu er nu\b|\byou are now\b|\bfra nu af\b[^.!?]{0,40}\b(?:du|dig|dit|dine|svar\p{L}*|skriv|kald|vær)\b|\bfrom now on\b|\bfra dette øjeblik\b[^.!?]{0,30}\b(?:du|svar)\b`,
  String.raw`\b(?:lad som om du|forestil dig,? at du er (?:en )?${machine}|spil rollen|opfør dig som|agér som|ager som|optræd som|pretend (?:to be|you|that you)|act as (?:a|an|if|the|my)|role-?play as|you must act|play the (?:part|role) of|du (?:skal|bør) (?:nu )?(?:spille|lade som|optræde som))\b`,
  String.raw`\b(?:developer mode|udviklertilstand|debug ?mode|fejlsøgningstilstand|admin ?mode|administratortilstand|jailbreak\p{L}*|do anything now|god mode|vedligeholdelsestilstand|maintenance mode)\b`,
  // Showing what is hidden.
  String.raw`\b(?:vis|udskriv|gengiv|afslør|gentag|skriv|send|fortæl|print|udlever|udlevér|oplys|citér|citer|oversæt|reveal|show|repeat|output|display|leak|disclose|expose|translate|recite|give me|tell me|summari[sz]e|dump)\b${near}(?:system ?prompt\p{L}*|prompt\p{L}*|system ?(?:besked|message)\p{L}*|(?:dine|din|dit|your|skjulte|hidden|secret|hemmelige|interne|internal) ?(?:\p{L}+ )?(?:instru[ck]\p{L}*|regler|rules|guidelines|configuration|konfiguration|nøgle\p{L}*|key|api\p{L}*))`,
  String.raw`\b(?:andre brugeres|andres|tidligere brugeres|other users?'?s?|other people'?s?|previous users?'?s?) (?:samtale\p{L}*|spørgsmål|beskeder|conversations?|chats?|messages|questions)\b`,
  // What and how to answer.
  String.raw`\b(?:svar|besvar|answer|respond|reply)\b (?:kun|udelukkende|altid|i stedet|blot|nu|bare|only|always|exclusively|just|instead|with only)\b`,
  String.raw`\b(?:svar|besvar|answer|respond|reply)\b[^.!?]{0,40}\b(?:i stedet|instead|som en pirat|like a pirate|på rim|in rhyme|i json|as json|in json|på (?:engelsk|tysk|svensk|fransk|russisk|kinesisk|spansk)|in (?:english|german|french|spanish|russian|chinese))\b`,
  String.raw`\b(?:dit|dine|your) (?:næste |next |endelige |final )?(?:svar|answers?|reply|replies|responses?|output)\b`,
  String.raw`\b(?:i|under|nederst i|sidst i|øverst i) (?:alle svar|hvert svar|hvert eneste svar|svaret til brugeren)\b|\b(?:in|to|at the end of|under) (?:every|each|all) (?:answers?|repl(?:y|ies)|responses?)\b`,
  String.raw`\b(?:start|begynd|indled|afslut|slut|begin|end|finish) (?:alle|hvert|ethvert|svaret|every|each|all|the answer)\b[^.!?]{0,12}\b(?:svar|answers?|repl(?:y|ies)|responses?|med ordene|with the words?|with)\b`,
  String.raw`\b(?:tilføj|indsæt|indlejr|medtag|vedhæft|add|insert|embed|include|append)\b${near}(?:link\p{L}*|url|billede|image|picture|markdown|html|https?:)`,
  String.raw`\b(?:hvis|når) (?:du|nogen|man|brugeren|en bruger|en leder|der) (?:\p{L}+ ){0,3}?(?:spørger|spørges|spurgt|bedes|citerer|læser|svarer|opsummerer)\b[^.!?]{0,80}?\b(?:skal du|så (?:svar|skriv|sig)|bedes du|,? ?(?:svar|skriv|sig|oplys|fortæl|udskriv|ignorer))\b`,
  String.raw`\b(?:if|when|whenever) (?:you |someone |anyone |a user |the user |users )?(?:are |is )?(?:asked?|asks|answering|quoting|reading|summari[sz]ing|queried)\b[^.!?]{0,80}?\b(?:answer|say|reply|respond|write|tell|state|you must|add|include|output|ignore)\b`,
  String.raw`\b(?:fortæl|nævn|vis|sig) (?:det )?(?:ikke|aldrig) (?:det |dette )?(?:til |for )?brugeren\b|\b(?:do not|don'?t|never) (?:tell|inform|mention|reveal|warn|show)\b[^.!?]{0,30}\b(?:user|this|anyone)\b`,
  String.raw`\b(?:skriv|digt|write|compose|produce|lav)\b[^.!?]{0,30}\b(?:et digt|en sang|et rim|en vits|poem|haiku|limerick|song|joke|kode\b|code\b|script|programm?er?\b)`,
  // Spoken to the machine by name.
  String.raw`\b(?:kære|hej|til|note til|besked til|bemærkning til|meddelelse til|ordre til|vigtigt til|dear|hey|to|note to|note for|message to|message for|attention|instructions? (?:to|for)|instruks til|instruktion(?:er)? til|henvendt til) (?:alle |enhver |den |dig,? |the |any |all |every )?${machine}\b`,
  String.raw`\b(?:som|as) (?:en |an? )?(?:ai|sprogmodel|language model|llm|chatbot|kunstig intelligens|ai-model|ai-assistent)\b`,
  String.raw`\b(?:du er|er du|you are|if you are|hvis du er) (?:blot |bare |just |only )?(?:en |et |an? |the )?(?:\p{L}+ ){0,2}?${machine}\b`,
  String.raw`\b${machine}(?:,? (?:der|som|that|which|who) [^.!?,]{1,40},?)? (?:skal|bør|bedes|må|har pligt til|must|should|shall|has to|is required to|are required to|is instructed to|will)\b[^.!?]{0,40}?\b${speak}\b`,
  // Marks of a conversation or a prompt.
  String.raw`\b(?:slut på|end of) (?:dokument(?:et|er|erne)?|kilder(?:ne)?|tekststykker(?:ne)?|uddrag|passages?|documents?|context|user input|prompt)\b ?[.\-=#*\])>]`,
].map(compile);

/** What no reader is told. */
const commands = [
  String.raw`\b(?:igno?r+er?|disregard|overrid(?:e|ing)|bypass|glem|forget|tilsidesæt|overhør|do not follow|don'?t follow|følg ikke|stop med at følge)\b${near}${rules}`,
  String.raw`\b(?:se (?:nu )?bort fra|bortse fra|bryd|omgå|spring over|fravig|drop|skip)\b (?:alle |all )?(?:dine?|your|tidligere|foregående|ovenstående|previous|prior) (?:\p{L}+ )?${rules}`,
  String.raw`\b(?:igno?r+er?|disregard|glem|forget)\b (?:alt|alle|hvad|what|everything|anything|all|the|det)\b[^.!?]{0,25}\b(?:ovenfor|ovenstående|foregående|fået at vide|besked på|above|been told|you know)\b`,
  String.raw`\b(?:nye|new|updated|opdaterede) (?:instru[ck]\p{L}*)\s*[:;]`,
  String.raw`\b(?:developer mode|udviklertilstand|jailbreak\p{L}*|do anything now)\b`,
  String.raw`\b(?:you are now|du er nu) (?:\p{L}+ ){0,3}?(?:\p{L}*bot|${machine})\b`,
  String.raw`\b(?:du er|er du|you are|hvis du er|if you are) (?:blot |bare |just |only )?(?:en |et |an? |the )?(?:\p{L}+ ){0,2}?${machine}\b`,
  String.raw`\b(?:lad som om du|pretend (?:to be|you|that you))\b[^.!?]{0,40}\b(?:svar|skriv|sig|answer|write|say)\b`,
  String.raw`\b(?:svar|besvar) altid (?:med|at)\b|\b(?:svar|besvar) kun med ordet\b|\balways (?:answer|respond|reply) (?:with|that)\b`,
  String.raw`\b(?:start|begynd|indled|afslut|slut|begin|end|finish)(?:e|te)? (?:alle|hvert|ethvert|every|each|all) (?:svar|answers?|repl(?:y|ies)|responses?) (?:med|with)\b`,
  String.raw`\b(?:tilføj|indsæt|indlejr|medtag|vedhæft|add|insert|embed|include|append)\b.{0,30}(?:link|url|billede|image|picture|https?:).{0,80}\b(?:i (?:dit|dine|alle|hvert)|(?:in|to) (?:your|every|each|all)) (?:svar|answers?|repl(?:y|ies)|responses?)\b`,
  String.raw`\b(?:hvis|når|if|when|whenever) (?:brugeren|en bruger|a user|the user|users) (?:spørger|asks?)\b[^.!?]{0,80}?\b(?:svar|skriv|sig|fortæl|answer|say|reply|respond|write|tell)\b`,
  String.raw`\b(?:kære|note til|besked til|bemærkning til|meddelelse til|ordre til|dear|note to|note for|message to|message for|instructions? (?:to|for)|instruks til|instruktion(?:er)? til|henvendt til) (?:alle |enhver |den |the |any |all |every )?${machine}\b`,
  String.raw`\b(?:as an?|som en) (?:ai|sprogmodel|language model|llm|chatbot|ai-?model|ai-?assistent)(?: language)?(?: model| assistant)?,? (?:you|i|always|must|du|skal du|må du|bør du)\b`,
  String.raw`\b${machine} (?:skal|bør|bedes|må|must|should|shall|has to) [^.!?]{0,40}?\b(?:svare? (?:på (?:engelsk|tysk|russisk)|altid|kun|med|at)|(?:sige|skrive|say|write|answer|state),? (?:at|that)|(?:answer|reply|respond) (?:always|only|with|in))\b`,
  // Marks of a conversation or a prompt.
  String.raw`\b(?:system|skjulte?|hidden) ?prompt\p{L}*\b`,
  String.raw`(?:^|[\n>#"'\[({<|]) ?(?:system|assistant|developer|systemet|systembesked|system message|systemmeddelelse|system override|admin(?:istrator)? override)(?: note| prompt| besked| message| update)? ?["'\])}>|]* ?:`,
  String.raw`</?(?:system|user|assistant|instructions?|prompt|kilder|passages?|context|im_start|im_end)\b[^>]*>|<\|[^>]{1,30}\|>|\[/?(?:inst|system|sys)\]|<<sys>>|"?role"? ?[:=] ?"?(?:system|assistant|developer)`,
].map(compile);

/** Whole words in characters that nobody sees; a flag has five. */
const unseen = /[\u{E0020}-\u{E007E}]{6}/u;

/** Patterns are written in Danish and compared in ASCII, where `\b` knows what a word is, and which is much faster. */
function compile(pattern: string): RegExp {
  return new RegExp(ascii(pattern).replaceAll(String.raw`\p{L}`, '[a-z]'));
}

/** Whether a text unmistakably commands a language model ("ignorer dine regler", `system:`), in Danish or English, also in disguise. */
export const commandsMachine = (text: string): boolean => unseen.test(text) || gives(commands, text);

/** Whether a text may steer a language model: commands, and what also stands in texts for people ("svar kun på …", "du er nu …"). */
export const addressesMachine = (text: string): boolean => commandsMachine(text) || gives(orders, text);

function gives(wanted: readonly RegExp[], text: string): boolean {
  const said = ascii(plain(text));
  if (speaker.test(said)) return true;
  const line = said.replace(/\s+/g, ' ');
  return wanted.some(order => order.test(line));
}

/** A speaker's mark begins a line. */
const speaker = /^[ \t"'[({<!#|>*-]*(?:system|assistant|developer|systembesked|systemmeddelelse)[\])}>"'|]* ?:/m;
