/**
 * Ordinary words that are also the first name or surname of somebody. Typed in lower case they are the word, unless what
 * stands before them ("with", "for", "has") says that a person is meant.
 */
export const ordinaryNames: ReadonlySet<string> = new Set(
  (
    'mark will may grace hope rose april june august joy faith dawn summer autumn rich bill frank jack rob sue pat art ' +
    'drew grant guy chase josh ray sky penny young long case page day week early price law laws major best good sharp ' +
    'short small little white black green brown gray grey blue gold silver king queen prince knight duke north south ' +
    'west east street bond cook cooke hall hill wood woods field fields banks wells parks bell cross church ford ward ' +
    'park reed read love noble bishop power powers rice rush stone swift wise winter winters archer baker butler carter ' +
    'cooper fisher gardner mason miller porter potter taylor turner walker barber farmer hunter hunt fox wolf bird lamb ' +
    'bull swan drake crane robin martin heath lane brook brooks rivers lake marsh moore moor flood frost snow raine rain ' +
    'storm gale lily daisy violet ivy heather holly iris jasmine olive hazel ruby pearl amber crystal jade coral star ' +
    'sunny merry happy gay blessing charity patience prudence constance mercy verity honour honor glory destiny trinity ' +
    'angel eve christian christmas easter noel sonny buddy chance chip dale dean don dot earl gene glen harry herb jay ' +
    'jean jet jimmy john jerry kit lance mike miles nick norm pip pierce reign rocky rusty sandy skip stew teddy tim tony ' +
    'victor wade wally warren woody house barnes barn booth bush cash castle chambers child childs clay close cole cotton ' +
    'court cox crisp crook cruz dark darling dear draper field finch fine fish fleet flowers foot forest foster free ' +
    'freeman french friend garden gates gay gift gold goodman gore grave graves ham hand hands hardy hart head heart high ' +
    'hogg holder holiday home hook horn horne inch ireland jewel joiner judge keen kind lock low lowe makin man mann ' +
    'manning march marks marshall mayor meadows means mills monk moody moon moss nation nice nightingale noon nutt old ' +
    'ocean outlaw pain paine painter palmer parsons peace peach pike piper pitt place plant pool poor pope post pound ' +
    'pride pryor quick rain rand reason reeves right road root rowe royal rule sage salt sands savage sayer sellers shepherd ' +
    'shine ship shore silk singer skill skinner slack smart smith song speed spring spry stamp start steel stern still ' +
    'stock strange street strong style sugar tanner thatcher thorn thorne tiller tower town train trick true turn twist ' +
    'vale vine virtue wall waters way weaver webb weeks welcome wheeler wild wilde wing wish wolfe worth wright yard york'
  ).split(' '),
)

/** Words that carry a sentence. Only a capital in the middle of a sentence, or another name beside them, makes them a name. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    'a an and any all am are as at be been but by can did do does done due each for from get go got had has have he her ' +
    'here hers him his how i if in is it its just let me more my new no not now of off on one or our out own please put ' +
    'say see set she so some take than that the their them then there they this to too two up us was we were what when ' +
    'which who whom whose why with work would yes you your about after again also anyone anything because before being ' +
    'between both could don during ever every everyone few further himself herself into last late later least less lots ' +
    'many might mine most much must never next none nobody nothing only other others over same shall should since ' +
    'somebody someone something staff such team until very via week weeks well while without year years today tomorrow ' +
    'yesterday month months day days hour hours minute minutes mins half quarter log session sessions supervision ' +
    'manager monthly these those three four five six seven eight nine ten first second third review reviews case cases ' +
    'boss senior supervisor spo po pso pqip nqo qdo line colleague trainee officer practitioner practitioners people person'
  ).split(' '),
)
