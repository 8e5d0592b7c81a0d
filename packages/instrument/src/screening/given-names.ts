import { givenNameList } from './given-name-list.ts';
import { surnameList } from './surname-list.ts';

/** Given names that the dictionaries know in small letters too (“john”, “marie”) or of three letters, and that are hardly ever anything but a name when capitalised. */
const certain = `
adele aida aimee alexandra ali alois althea ama amandine amina amrit amy ana angele angelica angelique anil annie archie arun asha ashok
aurelie baptiste basile ben benjamin benoit berthe bev bharat bob bobby brandon brice camelia cara carol carole caroline carrie cassie
celestine chandra charlie christiane claude clemence clementine colin colleen cora cordelia dan dane daphne deb delia denis devi diane
dina don donna doris douglas ebony eddy elise eugenie eva evie fabrice fatma faye florentin frances gabe gemma germain germaine gilda
gilles gita gloria graham guillaume harry heather hector henry ian ines isabelle jack jacqueline jacques james jan jane jas jasmin jean
jenny jim jimmy joe joey john johnny joseph josh jules julien kamala kate ken kim kiran laurie leo leonard lexie liane lina ling lise lois
lola lori lorne lorraine louis louise luc luis madeleine mahdi mala mamie manuel marc marcel marge maria marie martin martine max maxime
maxwell mei micheline mickey mike millie mira molly monika moshe nelson nick nicole nils nita normand oceane octave olivia olivier oscar
pascal pascale pat patrice paulette pete peter pierrette portia raisa raj randy rani ravi rene renee richard rick rob robert roger romeo
ron rosa rosalie rosemary rosie rowan roy sabine sally salome sam sandy serge shea sheila sherry silke solange solene sonal stewart sue
sylvain ted teddy terri terry tess thi tim timothy tom tommy tony uma usha valentin veronica veronique victor viola virginie wafa wally
wanda warren wei xin yan zain zoe
`;

/** Given names that are words, months, plants or places as well: they count only before another capitalised word. */
const words = `
aime amour angel april art ashton august aurora autumn bailey baker basil bill brook brooke brooks carter casey celeste chance charity
charlotte chase christ christian claire clement cliff constance constant cooper daisy dale dallas dawn dean desire destiny dolores drew
earl eden elle eve faith fleur florence forest france frank gay gene georgia ginger glen grace grant guy harper hazel heath heaven holly
homer honor hope hunter iris ivy jade jasmine jasper jay jewel jordan joy june kelly kent lance lane laurel lee lily logan luna marguerite
marina mark mason may maya melody mercy miles misty noel olive page paris parker patience pearl penny perle pierre piper porter prosper
prudence ray reed reine rich river robin rocky rod rose ruby rusty sage sawyer scout severin sierra skip sky sonny spencer stone summer
sunny sydney tanner tara taylor trinity troy tucker tyson vera victoire victoria violet violette virginia wade walker ward wells will
willow winter woody
`;

type Names = ReadonlySet<string>;
const listed = (names: string): Names => new Set(names.trim().split(/\s+/));

interface NameLists {
  readonly unmistakable: Names;
  readonly given: Names;
  readonly ambiguous: Names;
  readonly family: Names;
}
let lists: NameLists | undefined;

/**
 * The lists, made at the first use: given names that are no word of English or French, names even in small letters; all given names;
 * given names that are words too; family names.
 */
export function nameLists(): NameLists {
  if (lists === undefined) {
    const unmistakable = listed(givenNameList);
    const given = new Set([...unmistakable, ...listed(certain)]);
    lists = { unmistakable, given, ambiguous: listed(words), family: listed(surnameList) };
  }
  return lists;
}
