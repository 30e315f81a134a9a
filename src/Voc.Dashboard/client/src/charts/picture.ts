import { TitleComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { palette } from '../app/palette';
import { fontFamily } from './chartStyle';
import type { Drawing } from './Drawing';
import { textWidth } from './textWidth';

echarts.use([TitleComponent, CanvasRenderer]);

/** What a picture says of itself wherever it ends up. */
export interface Heading {
  title: string;
  /** One thing a line; a long line is broken. */
  subtitle: readonly string[];
}

export type PictureKind = 'png' | 'svg';

const usualWidth = 960;
const margin = 18;
const titleSize = 17;
const subtitleSize = 12;
const lineHeight = 18;

/** The picture as an SVG document. */
export function svgOf(drawing: Drawing, heading: Heading) {
  const { option, width, height } = whole(drawing, heading);
  const chart = echarts.init(null, undefined, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The picture at twice its size, sharp enough for a projector. */
export async function pngOf(drawing: Drawing, heading: Heading) {
  const { option, width, height } = whole(drawing, heading);
  const chart = echarts.init(document.createElement('div'), undefined, { renderer: 'canvas', width, height });
  try {
    chart.setOption(option);
    const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: palette.light.surface });
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture could be made.')))),
    );
  } finally {
    chart.dispose();
  }
}

export async function savePicture(kind: PictureKind, drawing: Drawing, heading: Heading, fileName: string) {
  const blob =
    kind === 'png'
      ? await pngOf(drawing, heading)
      : new Blob([svgOf(drawing, heading)], { type: 'image/svg+xml' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${fileName}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Light whatever the screen is: reports and slides are. Nothing moves, and the heading stands above. */
function whole(drawing: Drawing, heading: Heading) {
  const colours = palette.light;
  const width = Math.max(usualWidth, drawing.minWidth ?? 0);
  const height = drawing.height(width);
  const top = headingHeight(heading, width);
  const option = {
    ...movedDown(drawing.option({ colours, width, height }), top),
    animation: false,
    backgroundColor: colours.surface,
  } as EChartsCoreOption;
  const title = {
    text: heading.title,
    subtext: heading.subtitle.join('\n'),
    left: margin,
    top: 14,
    padding: 0,
    itemGap: 6,
    textStyle: { fontSize: titleSize, fontWeight: 650, color: colours.text, fontFamily },
    subtextStyle: {
      fontSize: subtitleSize,
      lineHeight,
      color: colours.dimmed,
      fontFamily,
      width: width - 2 * margin,
      overflow: 'break',
    },
  };
  return { option: { ...option, title: [title, ...list(option.title)] }, width, height: height + top + 8 };
}

function headingHeight({ subtitle }: Heading, width: number) {
  const lines = subtitle.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, subtitleSize) / (width - 2 * margin - 12))),
    0,
  );
  return 14 + titleSize * 1.2 + 6 + lines * lineHeight + 12;
}

const placed = ['grid', 'legend', 'visualMap', 'title', 'series'] as const;

/** The same with everything that is placed from the top so much lower. */
function movedDown(option: EChartsCoreOption, by: number): EChartsCoreOption {
  const moved: EChartsCoreOption = { ...option };
  for (const name of placed)
    if (option[name])
      moved[name] = list(option[name]).map((part) =>
        typeof part.top === 'number' ? { ...part, top: part.top + by } : part,
      );
  return moved;
}

const list = (value: unknown) =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
