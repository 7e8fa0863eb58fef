import { contract, grounds, type HouseStyle } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../platform/api.ts';
import { directionOf, useLanguage } from '../../platform/settings.ts';

type Look = Pick<HouseStyle, 'colour' | 'paper' | 'logo'> & { name: string };
/** Width and height in millimetres. */
const sizes = { a4: [210, 297], letter: [216, 279], a3: [297, 420] } as const;
const lines = [0.96, 1, 0.92, 0.62];
const rows = [0, 1, 2, 3];

/** A page as documents will look, drawn while it is chosen: logo, name, colour, paper. It is a drawing on white, by night too. */
export function StyleSpecimen({ name, colour, paper, logo }: Look) {
  const { t } = useTranslation(['style']);
  const [width, height] = sizes[paper];
  const inner = width - 40;
  const isRight = directionOf(useLanguage()) === 'rtl';
  // Where a line begins; shapes are turned over as a whole, words and the logo are not.
  const from = (indent: number) => (isRight ? width - indent : indent);
  const shapes = isRight ? { transform: `translate(${width}) scale(-1 1)` } : {};
  const top = logo ? 44 : 24;
  return (
    <figure className="style-specimen">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('style:specimenAlt', { name, colour })}>
        <rect width={width} height={height} fill="#fff" />
        {logo ? (
          <image
            href={`${addressOf(contract.reports.houseLogo, {})}?of=${logo.sha256}`}
            x={isRight ? width - 80 : 20}
            y={18}
            width={60}
            height={18}
            preserveAspectRatio={isRight ? 'xMaxYMid meet' : 'xMinYMid meet'}
          />
        ) : null}
        <g {...shapes}>
          <rect x={20} y={top + 28} width={inner} height={0.8} fill={colour} />
          {lines.map((share, at) => (
            <rect key={share} x={20} y={top + 38 + at * 7} width={inner * share} height={2} fill="#c9c9c9" />
          ))}
          <rect x={20} y={top + 87} width={inner} height={11} fill={grounds[1]} />
          {rows.map((at) => (
            <g key={at}>
              <rect x={23} y={top + 103 + at * 10} width={inner * 0.3} height={2} fill="#c9c9c9" />
              <rect x={20 + inner * 0.45} y={top + 103 + at * 10} width={inner * 0.5} height={2} fill="#c9c9c9" />
              <rect x={20} y={top + 108 + at * 10} width={inner} height={0.3} fill="#bbb" />
            </g>
          ))}
        </g>
        <text x={from(20)} y={top + 6} fontSize={5} fill="#444">
          {name}
        </text>
        <text x={from(20)} y={top + 22} fontSize={11} fontWeight={600} fill={colour} className="serif">
          {t('style:specimenTitle')}
        </text>
        <text x={from(20)} y={top + 80} fontSize={7} fontWeight={600} fill={colour} className="serif">
          {t('style:specimenHeading')}
        </text>
        <text x={from(23)} y={top + 94.5} fontSize={5} fontWeight={600} fill={colour}>
          {t('style:specimenHead')}
        </text>
      </svg>
      <figcaption className="small soft">{t('style:specimen')}</figcaption>
    </figure>
  );
}
