import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { BrokenPage, NotFoundPage } from './ErrorPages';
import { Home } from './Home';
import { RequireRole } from './RequireRole';
import { Shell } from './Shell';
import { WaitingPage } from './WaitingPage';
import type { Place } from './places';

/** A page is fetched when it is first opened. */
const page = (place: Place['key'], load: () => Promise<{ Component: ComponentType }>) => ({
  hydrateFallbackElement: <WaitingPage />,
  lazy: async () => {
    const { Component } = await load();
    return {
      element: (
        <RequireRole place={place}>
          <Component />
        </RequireRole>
      ),
    };
  },
});

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <WaitingPage />,
    children: [
      { index: true, element: <Home /> },
      { path: 'live', ...page('live', () => import('../live/LivePage')) },
      { path: 'issues', ...page('issues', () => import('../issues/IssuesPage')) },
      { path: 'issues/severity', ...page('replay', () => import('../severity/SeverityPage')) },
      { path: 'issues/:id', ...page('issues', () => import('../issues/IssuePage')) },
      { path: 'replay', ...page('replay', () => import('../replay/ReplayPage')) },
      { path: 'search', ...page('search', () => import('../search/SearchPage')) },
      { path: 'search/saved/:id', ...page('search', () => import('../saved/SavedSearchPage')) },
      { path: 'alerts', ...page('search', () => import('../saved/AlertsPage')) },
      { path: 'notes', ...page('notes', () => import('../notes/NotesPage')) },
      { path: 'imports', ...page('imports', () => import('../imports/ImportsPage')) },
      { path: 'surveys', ...page('surveys', () => import('../surveys/SurveysPage')) },
      { path: 'surveys/new', ...page('sources', () => import('../surveys/NewSurveyPage')) },
      { path: 'surveys/:id', ...page('surveys', () => import('../surveys/SurveyPage')) },
      { path: 'sources', ...page('sources', () => import('../sources/SourcesPage')) },
      { path: 'alert-rules', ...page('alerts', () => import('../alerts/AlertRulesPage')) },
      { path: 'reading', ...page('reading', () => import('../reading/ReadingPage')) },
      { path: 'admin', ...page('admin', () => import('../admin/AdminPage')) },
      { path: 'feedback/:id', ...page('live', () => import('../feedback/FeedbackPage')) },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
