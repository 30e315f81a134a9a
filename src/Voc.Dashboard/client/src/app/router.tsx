import { createBrowserRouter } from 'react-router';
import { BrokenPage, NotFoundPage } from './ErrorPages';
import { Home } from './Home';
import { Shell } from './Shell';

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <BrokenPage />,
    children: [
      { index: true, element: <Home /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
