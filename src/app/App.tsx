import { Suspense, useLayoutEffect, useRef } from 'react';
import { Router } from 'wouter';
import { WidgetScope } from '../widgets/frame/WidgetScope.tsx';
import { PageBoundary } from './errors/PageBoundary.tsx';
import { Routes } from './Routes.tsx';
import { arrive } from './routing/arrive.ts';
import { RouteProvider } from './routing/place.ts';
import { useHashRoute } from './routing/useHashRoute.ts';
import { PageLoading } from './shell/PageLoading.tsx';
import { Shell } from './shell/Shell.tsx';

export function App() {
  const { route, pending } = useHashRoute();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(route.path);

  useLayoutEffect(() => {
    if (!main.current) return;
    const navigated = shown.current !== route.path;
    shown.current = route.path;
    return arrive(main.current, navigated);
  }, [route.path]);

  // The boundary of loading stands outside the keyed one of errors: a fresh one would show its fallback at once
  // instead of leaving the old page up.
  return (
    <RouteProvider value={route}>
      <Router hook={() => [route.path, navigate]} searchHook={() => route.query}>
        <Shell main={main} pending={pending}>
          <Suspense fallback={<PageLoading />}>
            <PageBoundary key={route.path}>
              <WidgetScope link={route.query}>
                <Routes />
              </WidgetScope>
            </PageBoundary>
          </Suspense>
        </Shell>
      </Router>
    </RouteProvider>
  );
}

function navigate(to: string): void {
  location.hash = `#${to}`;
}
