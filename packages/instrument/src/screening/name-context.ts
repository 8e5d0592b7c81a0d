/** What stands around a person's name in what people write about a service, in English and French. */
const capital = String.raw`\p{Lu}[\p{L}'’]*(?:-[\p{L}'’]+)*`;
/** Of two letters at least. */
const longer = String.raw`\p{Lu}(?:[\p{L}'’]+(?:-[\p{L}'’]+)*|-[\p{L}'’]+)`;
const initial = String.raw`(?:\p{Lu}\.\s?)`;
const joined = String.raw`(?:(?:de|du|des|la|le|van|von|el|al|bin|ben|da|di|dos|Mac|Mc|O['’]|St\.?)[ -]?)`;
const behind = String.raw`(?:[ \u00a0]\p{Lu}(?:\.|(?![\p{L}\p{N}'’.])))?`;
/** One to four capitalised words, with initials and particles between them, and an initial behind them. */
const named = String.raw`(?:${initial}{0,3}${capital})(?:[ \u00a0](?:${initial}|${joined}){0,4}${longer}){0,3}${behind}`;

/** Courtesy titles and callings: whatever is capitalised behind them is a name. */
const titles = String.raw`(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]x|[Mm]iss|[Mm]ister|[Dd]r|[Dd]re|[Dd]octor|[Dd]octeure?|[Pp]rof|[Pp]rofess(?:or|eure?)|M|MM|[Mm]me|[Mm]mes|[Mm]lle|[Mm]adame|[Mm]onsieur|[Mm]ademoiselle|Me|[Nn]urse|[Ii]nfirmi(?:er|ère)|[Cc]onstable|[Ss]gt|[Cc]st|[Ee]lder|[Aa]înée?|[Jj]udge|[Jj]uge(?: de paix)?|[Mm]aître)\.?`;
/** Saying who one is, or what somebody is called. */
const introductions = String.raw`(?:[Mm]y name(?:['’]s| is| was)|[Nn]ame['’]s|[Nn]ame\s*:|[Ii]['’]m called|[Tt]his is|[Hh]i,? it['’]?s|[Jj]e m['’]appelle|[Mm]on nom (?:est|c['’]est)|[Jj]e me nomme|[Nn]om\s*:|[Mm]oi,? c['’]est|[Ii]ci|[Ss]igned,?|[Ss]igné\s*:?|(?:is|was|lady|man|woman|guy|girl|boy|someone|person|agent|clerk|rep) called|[Nn]amed|[Nn]ommée?s?|[Aa]ppelée?s?|[Pp]rénommée?s?|du nom de|une? certaine?)`;
/** Saying with whom one had to do. */
const encounters = String.raw`(?:(?:[Ss]poke|[Tt]alked|[Ss]peak|[Tt]alk|[Dd]ealt|[Mm]et|[Cc]hatted) (?:with|to|w\/)|(?:[Ss]erved|[Hh]elped|[Aa]ssisted|[Ss]een|[Hh]andled|[Tt]reated|[Gg]reeted) by|[Aa]sk for|[Tt]hank(?:s| you)(?: so much| very much)?,?(?: to)?|[Tt]hx|[Kk]udos to|[Pp]rops to|[Ss]hout-?out to|[Tt]humbs up (?:for|to)|[Tt]ransferred to|[Hh]ired|(?:I|we|already|never) told|[Tt]ell|[Aa]ccording to|[Mm]y (?:agent|advisor|husband|wife|son|daughter|brother|sister|mother|father|mom|dad|boyfriend|girlfriend|partner|neighbour|friend|doctor|caseworker|case worker|worker|social worker),?|(?:[Aa]gent|[Cc]lerk|[Oo]fficer|[Ee]mployee|[Aa]dvisor|[Cc]aseworker|[Ss]upervisor|[Mm]anager|[Tt]eacher),?|(?:[Pp]arlé|[Dd]iscuté|[Aa]ffaire|[Rr]encontré)(?: à| avec)?|(?:[Ss]ervie?|[Aa]idée?|[Rr]eçue?|[Aa]ccueillie?|[Rr]épondue?) par|[Gg]râce à|[Mm]erci(?: beaucoup| infiniment| encore)?,?(?: à)?|[Rr]emerci(?:e|er|ements à)|[Dd]emand(?:ez|é|er)(?: à)?|[Dd]i(?:t|tes|re) à|[Ee]xpliqué à|[Ee]mbauché|[Ss]elon|[Dd]['’]après|[Cc]hapeau à|[Ff]élicitations à|[Bb]ravo à|(?:[Mm]on|[Mm]a|[Ss]on|[Ss]a) (?:agente?|conjointe?|mari|femme|fils|fille|garçon|frère|sœur|soeur|mère|père|voisine?|amie?|médecin|conseill(?:er|ère)|intervenante?),?|(?:[Ll]['’]agente?|[Ll]['’]employée?|[Ll]a préposée|[Ll]e préposé|[Cc]onseill(?:er|ère)|[Pp]réposée?|[Cc]ommis),?)`;
const closings = String.raw`(?:^|\n|[.!?…]\s+)(?:[-–—]\s*|(?:[Rr]egards|[Ss]incerely|[Bb]est|[Cc]heers|[Cc]ordialement|[Bb]ien à vous|[Ss]alutations|[Ss]incèrement),?\s+)?`;
/** Nouns of persons, for a name that stands beside one between commas or in brackets. */
const persons = `(?:guy|man|woman|lady|girl|boy|person|agent|rep|representative|clerk|officer|employee|worker|wife|husband|partner|son|daughter|doctor|nurse|teacher|supervisor|manager|gars|homme|femme|dame|monsieur|fille|garçon|fils|mari|conjointe?|préposée?|agente?|employée?|commis|médecin|infirmi(?:er|ère)|voisine?)`;
/** What people say that somebody did or was. */
const deeds = `(?:told|said|helped|finally|sorted|fixed|explained|promised|assured|hung up|answered|assisted|greeted|processed|went above|took the time|walked me|refused|deserves|(?:was|is) (?:(?:so|very|really|extremely|super|always|incredibly|the) )?(?:amazing|great|awesome|wonderful|excellent|fantastic|kind|nice|rude|helpful|patient|polite|friendly|lovely|quick|courteous|professional|knowledgeable|best|worst|only)|(?:on|at|from|in) (?:the |your )?(?:front desk|reception|counter|wicket|phone|chat|call cent(?:re|er)|billing|licensing|security)|@ reception|and (?:her|his|their) (?:team|staff)|m['’]a |me l['’]a|nous l['’]a|nous a |nous ont |ne rappelle|a été (?:très |si |vraiment |d['’]une )?(?:poli|gentil|patient|aimable|impoli|serviable|excellent|formidable|super|rapide)|(?:est|était) (?:très |si |vraiment |toujours |super )?(?:poli|gentil|patient|aimable|impoli|serviable|excellent|formidable|rapide)|(?:au|à la|du|à l['’]) ?(?:comptoir|guichet|téléphone|clavardage|accueil|réception|centre d['’]appels?|service|sécurité)|et (?:son|sa|leur) équipe|mérite|a (?:promis|perdu|refusé|pris le temps|répondu|expliqué))`;

/** Deeds that nobody else but a person does, so that an unknown word before them that begins a sentence is one too. */
const deedsOfSomebody = `(?:and (?:her|his) (?:team|staff|colleagues?)|et (?:son|sa) (?:équipe|collègue)|hung up|told me|took the time|went above|walked me|m['’]a (?:raccroché|dit|aidée?|expliqué|rappelée?)|a pris le temps|@ reception)`;

const begin = String.raw`(?<![\p{L}\d])`;
const space = String.raw`[ \u00a0]+`;
const pattern = (source: string) => new RegExp(source, 'gu');

export const afterTitle = pattern(`${begin}${titles}${space}(${named})`);
export const afterIntroduction = pattern(`${begin}${introductions}${space}(${named})`);
export const afterEncounter = pattern(`${begin}${encounters}${space}(${named})`);
export const atTheEnd = pattern(String.raw`${closings}(${named})\s*$`);
/** "I am Julie Tremblay", "c'est Julie Tremblay": what is said to be something is not always a person. */
export const afterBeing = pattern(
  `${begin}(?:I am|I['’]m|[Ii]t(?:['’]s| is| was)|[Cc]['’](?:est|était))${space}(${named})`,
);
/** "the guy with the beard, Kevin, …", "my wife (Svetlana)". */
export const besidePerson = pattern(
  String.raw`${begin}${persons}(?![\p{L}])[^.!?\n,(]{0,40}[,(]\s?(?:ID ?: ?|i think |I think |je crois )?(${named})(?=\s?[,)]| je crois)`,
);
export const beforeDeed = pattern(String.raw`(?<![\p{L}\d'’.-])(${named})(?=,? ${deeds})`);
export const beforeDeedOfSomebody = pattern(String.raw`(?<![\p{L}\d'’.-])(${named})(?= ${deedsOfSomebody})`);
export const withInitial = pattern(String.raw`(?<![\p{L}\p{N}.])((?:\p{Lu}\. ?){1,3}${capital})(?![.])`);
export const anywhere = pattern(String.raw`(?<![\p{L}\d'’.-])(${named})`);

/** Words after which a name in small letters is taken for one where it is known. */
export const inSmallLetters =
  /(?<![\p{L}\d])(?:(?:my )?name is|name['’]s|je m['’]appelle|mon nom est|moi,? c['’]est|hi,? it['’]?s|i think|je crois|served by|helped by|called|named|du nom de|une? certaine?|spoke (?:with|to)|talked to|thanks?|merci|ask for|demandez|servie? par|aidée? par|parlé (?:à|avec)|(?:my|mon|ma) (?:son|daughter|wife|husband|garçon|fils|fille|femme|mari|conjointe?)) (\p{Ll}+(?: \p{Ll}+)?)/giu;
/** A courtesy title, and the surname in small letters. */
export const smallAfterTitle = /(?<![\p{L}\d])(?:mr|mrs|ms|mme|mlle)\.? (\p{Ll}[\p{Ll}'’-]+)/gu;
/** "signed b. macphee", "signé p. gauthier". */
export const smallSignature = /(?<![\p{L}\d])(?:signed|signé),? (\p{Ll}\. ?\p{Ll}[\p{Ll}'’-]+)/giu;
export const smallWord = /(?<![\p{L}\d@._'’-])\p{Ll}{5,}(?![\p{L}\d@_]|\.\p{L})/gu;

/** What is called after somebody: a street, a station, a hospital, a school. */
export const beforePlace =
  /(?:station|métro|rue|avenue|boul(?:evard|\.)?|chemin|place|parc|pont|pavillon|centre|école|hôpital|aréna|bibliothèque|aéroport|édifice|traversier|route)(?: (?:de|du|des))?[ \u00a0]$/iu;
export const behindPlace =
  /^[ \u00a0-]?(?:Ave(?:nue)?|Street|Road|Rd|Blvd|Boulevard|Drive|Square|Park|Station|Hospital|School|Centre|Center|Airport|Building|Mall|Island|Bridge|Library|Highway|Tower|Arena|College|University)(?!\p{L})/u;
