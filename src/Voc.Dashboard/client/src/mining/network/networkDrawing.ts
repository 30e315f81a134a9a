import { GraphChart } from 'echarts/charts';
import * as echarts from 'echarts/core';
import type { TFunction } from 'i18next';
import type { Palette } from '../../app/palette';
import { chartStyle } from '../../charts/chartStyle';
import { seriesColours } from '../../charts/colours';
import type { Drawing } from '../../charts/Drawing';
import { textWidth } from '../../charts/textWidth';
import { tooltipOf } from '../../charts/tooltip';
import type { Format } from '../../format/format';
import type { Network, NetworkEdge, NetworkNode } from '../miningTypes';
import { forceLayout } from './forceLayout';

echarts.use([GraphChart]);

const between = 4;

/** Words as circles, the larger the more texts they are in, joined where they occur together. */
export function networkDrawing(network: Network, t: TFunction, format: Format): Drawing {
  const { edges } = network;
  // A word without a line says nothing here; the table has it.
  const joined = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = network.nodes.filter(({ term }) => joined.has(term));
  const at = new Map(nodes.map((node, index) => [node.term, index]));
  const mostTexts = Math.max(1, ...nodes.map((node) => node.texts));
  const strongest = Math.max(...edges.map((edge) => edge.jaccard), Number.EPSILON);
  const isAlone = new Map(network.communities.map(({ id, terms }) => [id, terms.length < 2]));
  return {
    label: t('mining.drawn.network', { words: nodes.length, pairs: edges.length }),
    height: (width) => Math.round(Math.min(720, Math.max(480, width * 0.74))),
    option: ({ colours, width, height }) => {
      const crowd = Math.min(1, Math.sqrt((width * height) / nodes.length) / 92);
      const drawn = nodes.map((node) => {
        const share = Math.sqrt(node.texts / mostTexts);
        const fontSize = Math.round(10.5 + 4 * share);
        return { radius: (4 + 22 * share) * crowd, fontSize, label: textWidth(node.term, fontSize) };
      });
      const places = forceLayout(
        drawn.map(({ radius, fontSize, label }, index) => ({
          width: Math.max(2 * radius, label) + between,
          height: 2 * radius + fontSize + 3 + between,
          group: nodes[index]!.community,
        })),
        edges.map((edge) => ({
          source: at.get(edge.source)!,
          target: at.get(edge.target)!,
          strength: edge.jaccard / strongest,
        })),
        { width, height },
      );
      const colourOf = communityColours(colours, isAlone);
      return {
        ...chartStyle(colours),
        tooltip: {
          ...chartStyle(colours).tooltip,
          trigger: 'item',
          confine: true,
          formatter: ({ data }: { data: { node?: NetworkNode; edge?: NetworkEdge } }) =>
            data.node ? describedNode(data.node, t, format) : describedEdge(data.edge!, t, format),
        },
        series: [
          {
            type: 'graph',
            layout: 'none',
            cursor: 'pointer',
            animationDuration: 300,
            ...frameOf(places, drawn),
            emphasis: { focus: 'adjacency', scale: false, lineStyle: { opacity: 0.9 } },
            blur: { itemStyle: { opacity: 0.25 }, lineStyle: { opacity: 0.06 }, label: { opacity: 0.3 } },
            data: nodes.map((node, index) => ({
              name: node.term,
              // The circle stands above its label within the room both take.
              x: places[index]!.x,
              y: places[index]!.y - (drawn[index]!.fontSize + 3) / 2,
              symbolSize: 2 * drawn[index]!.radius,
              itemStyle: { color: colourOf(node.community), borderColor: colours.surface, borderWidth: 1 },
              label: {
                show: true,
                position: 'bottom',
                distance: 2,
                color: colours.text,
                fontSize: drawn[index]!.fontSize,
                textBorderColor: colours.surface,
                textBorderWidth: 3,
              },
              query: node.query,
              node,
            })),
            links: edges.map((edge) => ({
              source: edge.source,
              target: edge.target,
              lineStyle: {
                width: 0.6 + 5.4 * (edge.jaccard / strongest),
                color: edge.community === null ? colours.neutral : colourOf(edge.community),
                type: edge.community === null ? 'dashed' : 'solid',
                opacity: 0.45,
              },
              query: edge.query,
              edge,
            })),
          },
        ],
      };
    },
  };
}

/** ECharts fits the nodes into a frame; this one is where they already are. */
function frameOf(places: readonly { x: number; y: number }[], drawn: readonly { fontSize: number }[]) {
  const x = places.map((place) => place.x);
  const y = places.map((place, index) => place.y - (drawn[index]!.fontSize + 3) / 2);
  const [left, top] = [Math.min(...x), Math.min(...y)];
  return { left, top, width: Math.max(...x) - left, height: Math.max(...y) - top };
}

/** The largest communities have colours of their own; small ones and words that stand alone share the quiet one. */
function communityColours(colours: Palette, isAlone: ReadonlyMap<number, boolean>) {
  const own = seriesColours(colours);
  return (community: number) => (isAlone.get(community) ? undefined : own[community]) ?? colours.neutral;
}

const describedNode = (node: NetworkNode, t: TFunction, format: Format) =>
  tooltipOf(node.term, [
    [t('mining.texts'), `${format.count(node.texts)} (${format.percent(node.share)})`],
    [t('mining.degree'), format.count(node.degree)],
    ...(['positive', 'neutral', 'negative'] as const).map(
      (label) => [t(`feedback.sentiment.${label}`), format.count(node[label])] as const,
    ),
  ]);

const describedEdge = (edge: NetworkEdge, t: TFunction, format: Format) =>
  tooltipOf(`${edge.source} – ${edge.target}`, [
    [t('mining.together'), format.count(edge.texts)],
    ['Jaccard', format.fixed(edge.jaccard)],
  ]);
