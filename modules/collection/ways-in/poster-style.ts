import { isReadableColour } from '@common-measure/instrument';

/**
 * One sheet, on letter and on A4: the paper is the printer's, the height the room it leaves. The code takes what the words leave of it, from
 * 45 to 125 mm, so that it can be read from some steps away. `.tight`: where the words are many.
 */
const sheet =
  '@page{margin:12mm}*{box-sizing:border-box}html{background:#e8ecea}body{margin:0;font:13.5pt/1.35 "Source Sans 3","Helvetica Neue",Arial,system-ui,sans-serif;color:#15231f;overflow-wrap:anywhere}main{display:flex;flex-direction:column;width:min(216mm,100%);min-height:279mm;margin:8mm auto;padding:12mm;background:#fff}p{margin:0}.two{flex:none;display:grid;grid-template-columns:1fr 1fr;gap:0 10mm}.o{display:flex;flex-direction:column;justify-content:flex-end;align-items:flex-start;gap:1.5mm;min-height:12mm;height:100%;font-weight:650;line-height:1.2;padding-bottom:3mm}.o img{display:block}.band{border-bottom:2mm solid var(--c);margin-bottom:6mm;-webkit-print-color-adjust:exact;print-color-adjust:exact}h1,.h{font-size:25pt;line-height:1.1;letter-spacing:-.015em;margin:0 0 3mm;text-wrap:balance}.l{font-size:15.5pt;font-weight:650;line-height:1.2;margin-bottom:2mm}:is(.l,.f) span{display:block}.f{margin-top:2mm;font-weight:650}.q{flex:1 1 0;min-height:45mm;max-height:125mm;margin:5mm 0 4mm;display:flex;justify-content:center}.q svg{height:100%;width:auto;border:1mm solid var(--c);border-radius:3mm}.how p{font-size:12.5pt;line-height:1.25;text-align:center;text-wrap:balance}.a{flex:none;font:600 14pt/1.35 ui-monospace,"DejaVu Sans Mono",Consolas,monospace;text-align:center;margin:2.5mm 0 0}.e{border-top:.3mm solid #cbd3da;margin-top:5mm;padding-top:3mm;font-size:11.5pt;line-height:1.3}.e b{display:block}.e ul{list-style:none;margin:0;padding:0}.tight{font-size:11.5pt}.tight :is(h1,.h){font-size:20pt}.tight .l{font-size:12.5pt}.tight .how p,.tight .e{font-size:10.5pt}';

const onPaper = '@media print{html{background:#fff}main{width:auto;min-height:0;height:100vh;margin:0;padding:0}}';

const onPhone =
  '@media screen and (max-width:560px){main{padding:5mm;margin:0;min-height:0}.two{grid-template-columns:1fr;gap:5mm}.o{min-height:0}.q{height:80mm;flex:none}}';

/** The look of a poster in the colour of its survey, or else of the platform. */
export function posterStyle(colour: string | null | undefined): string {
  const own = colour && isReadableColour(colour) ? colour : '#075a63';
  return `:root{--c:${own}}${sheet}h1,.h{color:${own}}${onPaper}${onPhone}`;
}
