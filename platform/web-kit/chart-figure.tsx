import { type ReactNode, useId } from 'react';
import { useMessages } from './language.tsx';
import { kitMessages } from './words.ts';

/**
 * A picture made by `packages/chart`: the only place where markup is set as it stands.
 * The chart package escapes every text it is given and writes neither script nor inline style.
 */
export function SvgPicture({ svg, className = '' }: { svg: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own chart package, which escapes its texts
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}

export interface ChartFigureProps {
  /** What was found, as a sentence: the title states it, never what the chart is of. */
  readonly finding: string;
  readonly level?: 2 | 3;
  /** Who was asked what, n, scale, weighting. */
  readonly base: ReactNode;
  /** The picture, as a string from `packages/chart`, or markup where the table is the chart. */
  readonly picture: string | ReactNode;
  /** Class of the picture's box, for room around the axes (`pad-axis`, `pad-quad`). */
  readonly pictureClass?: string;
  readonly legend?: ReactNode;
  /** The same figures as a table. Missing only where the picture is a table already. */
  readonly table?: ReactNode;
  /** What not to conclude. */
  readonly note?: ReactNode;
}

/** Finding, base, switch between chart and table, picture, note: always in this order. */
export function ChartFigure({
  finding,
  level = 2,
  base,
  picture,
  pictureClass,
  legend,
  table,
  note,
}: ChartFigureProps) {
  const words = useMessages(kitMessages);
  const name = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure className="chart">
      <figcaption>
        <div className="top-line">
          <div>
            <Heading className="finding">{finding}</Heading>
            <p className="base">{base}</p>
          </div>
          {table ? (
            <fieldset className="seg">
              <legend className="vh">{words.showAs(finding)}</legend>
              <label>
                <input type="radio" name={name} value="chart" defaultChecked />
                {words.chart}
              </label>
              <label>
                <input type="radio" name={name} value="table" />
                {words.table}
              </label>
            </fieldset>
          ) : null}
        </div>
      </figcaption>
      <div className="as-chart">
        {legend}
        {typeof picture === 'string' ? (
          <SvgPicture svg={picture} {...(pictureClass ? { className: pictureClass } : {})} />
        ) : (
          picture
        )}
      </div>
      {table ? <div className="as-table">{table}</div> : null}
      {note ? <p className="note">{note}</p> : null}
    </figure>
  );
}
