/**
 * The look of a report on its own: the light and dark values of the platform's tokens, its chart classes, and the cover.
 * One file, no font is fetched: Source Sans and Source Serif where they are installed, the system's own elsewhere.
 */
export const stylesheet = [tokens(), page(), cover(), tables(), charts(), narrow(), otherMedia()]
  .join('')
  .replace(/\s*\n\s*/g, '');

function tokens(): string {
  const dark = `--paper:#0d1514;--surface:#15201e;--sunken:#1c2a27;--ink:#e9f0ee;--ink-2:#c3cfcb;--ink-3:#9fada8;--line:#2c3b38;--line-strong:#7d8d88;
--brand:#6fd0bd;--brand-soft:#17332e;--caution:#f2c461;--caution-soft:#33290f;
--div-1:#f39a55;--div-2:#874a1d;--div-3:#43504c;--div-4:#285f94;--div-5:#7dbcf5;--on-1:#0d1514;--on-2:#fff;--on-5:#0d1514;
--edge-2:#f39a55;--edge-3:#7d8d88;--edge-4:#7dbcf5;--estimate:#7dbcf5;--reference:#8b9a95;--grid:#2c3b38;--bar:#285f94;color-scheme:dark`;
  return `:root{--paper:#fff;--surface:#fff;--sunken:#eaf0ee;--ink:#12211e;--ink-2:#3f4e4a;--ink-3:#56645f;--line:#d2dcd8;--line-strong:#71807b;
--brand:#0b5a50;--brand-soft:#dfeeea;--caution:#7a5200;--caution-soft:#fdf1d0;
--div-1:#983c00;--div-2:#efb184;--div-3:#d3d9d7;--div-4:#8fbde4;--div-5:#14589c;--on-1:#fff;--on-2:#12211e;--on-5:#fff;
--edge-2:#983c00;--edge-3:#71807b;--edge-4:#14589c;--estimate:#14589c;--reference:#71807b;--grid:#d2dcd8;--bar:#7fb2de;
--sans:"Source Sans 3",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;
--serif:"Source Serif 4","Iowan Old Style",Charter,Georgia,"Noto Serif",serif;color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;
}

function page(): string {
  return `*{box-sizing:border-box}
html{font:106.25%/1.55 var(--sans);color:var(--ink);background:var(--paper);scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;font-variant-numeric:lining-nums}
.w{max-width:64rem;margin-inline:auto;padding-inline:1.1rem}
h1,h2,h3,.big{font-family:var(--serif);line-height:1.17;letter-spacing:-.01em;text-wrap:balance;font-weight:600}
h1{font-size:clamp(2rem,1.4rem + 3vw,3.3rem);margin:.2em 0 .5em}
h2{font-size:clamp(1.5rem,1.3rem + 1.1vw,2rem);margin:0 0 .5em}
h3{font-size:1.25rem;margin:1.6em 0 .4em}
p{margin:0 0 1rem;max-width:46rem;text-wrap:pretty}
a{color:var(--brand);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--ink);outline-offset:3px;box-shadow:0 0 0 3px #ffc42e}
.skip{position:absolute;inset-inline-start:1rem;top:-6rem;background:var(--surface);padding:.7rem 1rem}.skip:focus{top:.7rem}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
section{padding-block:2.5rem 1rem}section+section{border-top:1px solid var(--line)}
.lead{font:400 1.4rem/1.35 var(--serif);max-width:46rem}
.note{margin-block-start:.75rem;font-size:.94rem;color:var(--ink-3);border-inline-start:3px solid var(--line);padding-inline-start:.8rem}
.msg{background:var(--caution-soft);border-inline-start:5px solid var(--caution);padding:.9rem 1rem;max-width:none;border-radius:4px}
.toc{columns:2 16rem;padding:0;list-style:none;margin:1.5rem 0}.toc a{display:inline-flex;min-height:2.75rem;align-items:center}
.find{display:grid;gap:1.75rem 1.5rem;margin-block:1.5rem;padding:0;list-style:none;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr))}
.find li{border-top:3px solid var(--estimate);padding-top:.8rem;display:flex;flex-direction:column}
.find li.warm{border-color:var(--div-1)}.find h3{margin:0 0 .5rem}.find svg{margin-top:auto}
dl{margin:0}dt{font-weight:600}dd{margin:0}
.facts div{display:grid;gap:.15rem 1.5rem;padding-block:.6rem;border-top:1px solid var(--line)}
@media (min-width:48em){.facts div{grid-template-columns:12rem 1fr}}
.facts dd{max-width:46rem;overflow-wrap:anywhere}
details{margin-block:1rem}summary{min-height:2.75rem;padding-block:.6rem;cursor:pointer;font-weight:600;color:var(--brand)}
.formula{font:italic 400 1.2rem/1.4 var(--serif)}
pre{margin:0;background:var(--sunken);border-radius:8px;padding:1rem;overflow-x:auto;font:.84rem/1.6 ui-monospace,Menlo,Consolas,monospace}
footer{background:var(--sunken);font-size:.94rem;color:var(--ink-2);padding-block:1.25rem;margin-top:2rem}footer p{max-width:none;margin:0}`;
}

function cover(): string {
  return `.cover{background:#0b3d37;color:#fff;padding-block:1rem 2.25rem}.cover a{color:#fff}
.bar{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;align-items:center;min-height:2.75rem}.bar a{display:inline-flex;min-height:2.75rem;align-items:center}
.tag{display:inline-block;border:1px solid currentColor;border-radius:2rem;padding:.1rem .8rem;font-size:.94rem;margin-inline-start:.4rem}
.cv{display:grid;gap:2rem;margin-block-start:1.5rem}@media (min-width:56em){.cv{grid-template-columns:1.2fr 1fr}}
.cv>*{min-width:0}.big{font-size:clamp(3.6rem,8vw,5.6rem);line-height:1;display:block}
.cover .plot text{fill:#d5ebe6}.cover .ci,.cover .cap{stroke:#8fd9ca}.cover .pt{fill:#ffc42e;stroke:#0b3d37}.cover .hollow{fill:#0b3d37;stroke:#ffc42e}.cover .axis-line{stroke:#8fb9b0}
.box{align-self:start;background:var(--surface);color:var(--ink);padding:1.1rem 1.25rem;border-radius:8px}
.box h2{font:600 1.06rem/1.3 var(--sans);margin:0 0 .5rem;letter-spacing:0}
.box div{display:grid;grid-template-columns:8rem 1fr;gap:.75rem;padding-block:.4rem;border-top:1px solid var(--line);font-size:.95rem;line-height:1.4}`;
}

function tables(): string {
  return `.wrap{container-type:inline-size}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:1rem;font-variant-numeric:tabular-nums lining-nums;margin-block:1rem}
caption{text-align:start;font-weight:600;padding-bottom:.4rem}
th,td{padding:.35rem .6rem;text-align:start;border-bottom:1px solid var(--line);vertical-align:middle}
th:first-child{padding-inline-start:0}td:last-child,th:last-child{padding-inline-end:0}
.n{text-align:end}thead th{border-bottom:2px solid var(--ink);font-weight:600;vertical-align:bottom;line-height:1.25;font-size:.94rem}
tbody th{font-weight:500}td small{display:block;color:var(--ink-3);font-size:.9rem}
.items{table-layout:fixed}.items th:first-child{width:14.5rem}.items .plotcell{width:auto}.items .n{width:10.6rem}.items .score{width:9rem}.items .count{width:4.6rem}
.up{color:var(--estimate)}.down{color:var(--div-1)}.quiet{color:var(--ink-2)}.caution small{color:var(--caution)}
.x td{color:var(--ink-2);background:repeating-linear-gradient(135deg,transparent 0 6px,var(--sunken) 6px 12px)}
.dense{font-size:.9rem}`;
}

function charts(): string {
  return `.as-chart{container-type:inline-size}@container (max-width:46rem){.plot .lab{display:none}}
figure{margin:0 0 1.5rem}.finding{margin-top:1rem}.base{color:var(--ink-2);font-size:.97rem}
.plot{display:block;width:100%;overflow:visible}.plot text{fill:var(--ink-2);font:400 .94rem var(--sans)}
.plot text.strong{fill:var(--ink);font-weight:700}.plot text.halo{paint-order:stroke;stroke:var(--surface);stroke-width:5px;stroke-linejoin:round}
.plot text.end{text-anchor:end}.plot text.mid{text-anchor:middle}
.plot .grid-line{stroke:var(--grid)}.plot .axis-line{stroke:var(--reference);stroke-width:1.5}.plot .ref{stroke:var(--reference);stroke-width:1.5;stroke-dasharray:4 4}
.d1{fill:var(--div-1)}.d2{fill:var(--div-2);stroke:var(--edge-2)}.d3{fill:var(--div-3);stroke:var(--edge-3)}.d4{fill:var(--div-4);stroke:var(--edge-4)}.d5{fill:var(--div-5)}
.plot text[class^="o"]{font-weight:600;text-anchor:middle;fill:var(--on-2)}.plot text.o1{fill:var(--on-1)}.plot text.o5{fill:var(--on-5)}
.ci,.cap{stroke:var(--estimate);stroke-width:2.5;fill:none}.pt{fill:var(--estimate);stroke:var(--surface);stroke-width:1.5}
.prev{fill:var(--surface);stroke:var(--reference);stroke-width:2}.hollow{fill:var(--surface);stroke:var(--reference);stroke-width:2.5}
.ci.soft{stroke:var(--reference);stroke-width:1.5}.ci.off,.cap.off{stroke:var(--reference)}
.series{stroke:var(--estimate);stroke-width:2.5}.series.broken{stroke:var(--reference);stroke-dasharray:5 5}
.bar-fill,.plot .bar{fill:var(--bar);stroke:var(--estimate)}.band{fill:var(--sunken)}.quad{fill:var(--brand-soft)}
.bracket{stroke:var(--ink-2);stroke-width:2.5;stroke-linecap:round;fill:none}
.pt.low{fill:var(--div-1)}.low .ci,.low .cap{stroke:var(--div-1)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none;font-size:.94rem;color:var(--ink-2);margin:1.25rem 0 0}
.legend li{display:inline-flex;gap:.5rem;align-items:center}.legend svg{width:1.4rem;height:1rem;overflow:visible}
.pad-axis{padding:1rem 6.5rem 2rem 2.75rem}.pad-quad{padding:.5rem 1.5rem .5rem 3.25rem}.pad-drv{padding-inline-end:5rem}
.key{columns:2 14rem;column-gap:1.5rem;padding:0;list-style:none;font-size:.97rem;margin:.5rem 0}.key li{break-inside:avoid;display:flex;gap:.75rem;padding:.15rem 0}.key b{min-width:1.4em}`;
}

function narrow(): string {
  return `@container (max-width:56rem){
.items,.items tbody{display:block}.items thead tr{display:block}.items thead th:not(.plotcell){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.items thead th.plotcell{display:block;padding:0}
.items caption{display:block;font-size:1.1rem}
.items tbody tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .75rem;padding-block:.75rem;border-bottom:1px solid var(--line);align-items:end}
.items tbody tr>*{border:0;padding:0;width:auto!important;min-width:0}
.items tbody th{grid-column:1;font-weight:600}.items .plotcell{grid-column:1/-1;grid-row:2;padding-block:.5rem}.items .score{grid-column:2;grid-row:1}
.items .n:not(.score){text-align:start}.items .count.n{text-align:end}.items td.count::before{content:"n ";color:var(--ink-3)}.items td[colspan]{grid-column:1/-1;padding:.2rem .5rem}}
@media (max-width:40rem){.pad-axis{padding-inline:2.2rem 4.8rem}.box div{grid-template-columns:minmax(0,1fr);gap:0}}`;
}

function otherMedia(): string {
  return `@media print{.cover{print-color-adjust:exact}figure,.find li,tr{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}}
@media (forced-colors:active){.plot,.legend svg{forced-color-adjust:none}.plot text{fill:CanvasText}.d1,.d5{fill:CanvasText}.d2,.d4{fill:Canvas;stroke:CanvasText;stroke-width:3}.d3{fill:Canvas;stroke:GrayText;stroke-dasharray:3 3}
.plot text.o1,.plot text.o5{fill:Canvas}.plot text.o2,.plot text.o3,.plot text.o4{fill:CanvasText}.pt,.pt.low,.cover .pt{fill:CanvasText;stroke:Canvas}.plot text.halo{stroke:Canvas}
.ci,.cap,.series,.bracket,.plot .axis-line,.plot .ref,.low .ci,.low .cap,.cover .ci,.cover .cap,.cover .axis-line{stroke:CanvasText}.plot .bar{fill:Highlight;stroke:CanvasText}.prev,.hollow{fill:Canvas;stroke:CanvasText}.band,.quad{fill:Canvas;stroke:GrayText}.cover .plot text{fill:CanvasText}}`;
}
