/**
 * Given names that are common in Canada, without accents and in small letters, from general knowledge of the field's languages and
 * origins; no register of persons was used. Those that are words as well stand apart: they count only where the words around tell of a person.
 */
const certain = `
aaron abdul abdullah abigail adam adele adrien aditi ahmed aicha aidan aisha alain alan alejandro alex alexandra alexandre alexandria
alexis ali alice alicia alison allison amanda amelia amelie amina amir amit amy ana anabelle anais andre andrea andreanne andrew angela
angelique anita anna annabelle anne annick annie anthony antoine antonio anik anjali arjun arnaud arthur ashley audrey aurelie ayesha
barbara beatrice ben benjamin benoit bernadette bernard beth betty bianca bilal bob bonnie brandon brenda brent brian brigitte bruno
bruce caitlin cameron camille carl carla carlos carmen carol carole caroline catherine cathy cecile cedric celine chantal charles
charline chen chloe chris christian christiane christina christine christopher cindy clement clothilde colette colin corinne craig
cristina cynthia damien dan daniel daniela danielle danny darlene dave david deborah debra deepak denis denise dennis derek diana diane
didier dimitri dmitri dominique don donald donna doris dorothy doug douglas dylan ebony edith edouard eduardo edward eileen elaine eleanor elena
eliane elisabeth elise elizabeth ella ellen elodie emile emilie emily emma emmanuel emmanuelle eric erica erik erin ernest estelle esther ethan
etienne eugene eva evan evelyn evelyne fabien fatima fatou felix fernand fernando florence frances francesca francis franck francois
francoise frank fred frederic frederique gabriel gabriela gabrielle gaetan gary genevieve george georges gerald gerard gilles ginette gisele giulia
gordon greg gregory guillaume gustavo guylaine gurpreet hannah harold haruto harpreet hassan heather hector helen helene henri henry hiroshi huguette hugo
hussein ian ibrahim igor imran ines ingrid irene isaac isabella isabelle ivan jack jacob jacqueline jacques jake james jamie jan jane janet janice
jasmin jason javier jean jeanne jeff jeffrey jenna jennifer jenny jeremie jeremy jerome jessica jill jim jimmy joan joanne jocelyn jocelyne
jodi joe joel joelle johanne john johnny jonathan jorge jose josee joseph josh joshua joyce juan juanita judith judy julia julian julie
julien juliette justin justine karen karim karina karine karl kate katherine kathleen kathy katia katie kayla keith kelly ken kenneth kevin
kim kimberly kiran kristen kyle lakshmi lance larry laura laurence laurent laurie leah leila leo leon leonard leslie liam lily linda ling lisa lise loic
lorraine louis louise luc lucas lucie lucien lucy luis luke lyne lynn maddison madeleine madison magalie maggie malik manon manuel marc marcel marco
marcus margaret marguerite maria marianne marie marilyn marilyne marina mario marion marjorie marlene martha martin martine maryam maryse mathieu
mathilde matt matthew maude maureen maurice max maxime megan mehdi mei melanie melissa michael michel michele micheline michelle miguel
mike mireille mohamed mohammad mohammed monique morgan moustafa muhammad murielle mustafa myriam nadia nadine nancy naomi natalia natalie nathalie
nathan neil nicholas nick nicolas nicole nikhil nina noah noel noemie nora norman odette olga oliver olivia olivier omar oscar pablo pamela pascal
pascale pat patricia patrice patrick paul paula pauline pedro peggy penny peter philip philippe phillip pierrette priya rachel rachid rafael raj rajesh ralph
ramesh randy raphael raymond rebecca rejean rene renee richard rick ricky rita rob robert roberta roberto robin roch rodrigo roger roland ron
ronald rosalie rosemary ross roxanne roy russell ruth ryan sabrina sally salma sam samantha samir samuel sandra sanjay sara sarah scott sean
sebastien sergei serge sergio shannon sharon shauna shawn sheila shirley simon simone sonia sophia sophie stacey stanley stefan stella stephane
stephanie stephen steve steven stuart sue sunita susan suzanne sylvain sylvie tamara tammy tania tanya tara ted teresa terry theresa therese
thierry thomas tiffany tim timothy tina todd tom tony tracey tracy tremaine trevor tyler valerie vanessa veronique vicky victor vijay vincent virginie
vladimir walter wanda warren wayne wei wendy william xavier xin yan yannick yasmine yolande youssef yuki yusuf yvan yves yvette yvon yvonne zachary zahra zoe
aput nanuq siku pitseolak qajaq kiawak ashevak jaspreet simran manpreet parminder sukhdeep thi minh nguyen hoang tuan kwame kofi ama chidi
ngozi ifeoma adebayo emeka abimbola tariq samira layla noura khalid sofia mateo santiago valentina camila
`;

const words = `
aime amour angel april art august autumn basil bill brook brooke carter celeste chance chase charity charlotte chase christ claire clement
constance constant cliff dale daisy dawn desire dean destiny dolores drew earl eden elle eve faith fleur florence forest frank france gay
gene georgia glen grace grant guy hazel heath heaven holly honor hope hunter iris ivy jade jasmine jay jewel jordan joy june kent laurel lane lee
lily logan luna mark marina marguerite mason may melody mercy miles misty nelson olive page paris patience pearl perle pierre prosper prudence
ray reed reine rich river robin rocky rod rose ruby rusty sage sandy scout severin sierra skip sky solange sonny stone summer sunny sydney tanner
trinity troy vera victoria victoire violet violette virginia ward wade will willow winter woody
`;

const listed = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));
export const ambiguousGivenNames = listed(words);
export const givenNames: ReadonlySet<string> = new Set(
  [...listed(certain)].filter((name) => !ambiguousGivenNames.has(name)),
);
