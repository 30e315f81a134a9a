import {
  IconArrowsLeftRight,
  IconChartBar,
  IconChartDots,
  IconChartLine,
  IconGridDots,
  IconListSearch,
  IconMessage2Star,
  IconAffiliate,
  type Icon,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Waiting } from '../app/States';
import type { SearchState } from '../search/searchState';
import { viewNames, type ViewName } from './miningQuery';
import classes from './MiningViews.module.css';
import { choice, readOptions, writeOptions } from './options';

export interface ViewProps {
  search: SearchState;
}

const views: Record<ViewName, { icon: Icon; View: ComponentType<ViewProps> }> = {
  keywords: { icon: IconChartBar, View: lazy(() => import('./keywords/KeywordsView')) },
  opinions: { icon: IconMessage2Star, View: lazy(() => import('./opinions/OpinionsView')) },
  characteristic: {
    icon: IconArrowsLeftRight,
    View: lazy(() => import('./characteristic/CharacteristicView')),
  },
  network: { icon: IconAffiliate, View: lazy(() => import('./network/NetworkView')) },
  heatmap: { icon: IconGridDots, View: lazy(() => import('./heatmap/HeatmapView')) },
  correspondence: { icon: IconChartDots, View: lazy(() => import('./correspondence/CorrespondenceView')) },
  timeline: { icon: IconChartLine, View: lazy(() => import('./timeline/TimelineView')) },
  kwic: { icon: IconListSearch, View: lazy(() => import('./kwic/KwicView')) },
};

const options = { view: choice(viewNames, 'keywords') };

/**
 * Text mining on what a search finds. Which view, and all of its options, are kept in the address under `m.`; what is clicked
 * narrows the search to the texts behind it and shows the results.
 */
export function MiningViews({ search }: ViewProps) {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const { view } = readOptions(options, parameters);
  const nav = useRef<HTMLElement>(null);
  const { View } = views[view];

  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [view]);

  return (
    <>
      <nav ref={nav} className={classes.nav} aria-label={t('mining.views')}>
        {viewNames.map((name) => {
          const { icon: Icon } = views[name];
          return (
            <Link
              key={name}
              to={{ search: `?${writeOptions(options, parameters, { view: name })}` }}
              preventScrollReset
              className={classes.view}
              aria-current={name === view || undefined}
            >
              <Icon size={16} stroke={1.6} aria-hidden />
              {t(`mining.title.${name}`)}
            </Link>
          );
        })}
      </nav>
      <Suspense fallback={<Waiting height={420} />}>
        <View search={search} />
      </Suspense>
    </>
  );
}
