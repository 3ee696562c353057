import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressOf, type Go, type Route, routeOf } from './route.ts';

/** The route, kept in the address: reloading and the browser's "back" lead where they should. */
export function useRoute(): [Route, Go] {
  const [route, setRoute] = useState(() => routeOf(location));
  useEffect(() => {
    const back = (): void => setRoute(routeOf(location));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    const address = addressOf(route);
    if (address !== `${location.pathname}${location.search}`) history.pushState(null, '', address);
  }, [route]);
  const go = useCallback<Go>(
    (change) =>
      setRoute((before) => ({
        ...before,
        ...(typeof change === 'function' ? change(before) : change),
      })),
    [],
  );
  return [route, go];
}
