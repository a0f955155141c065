DROP FUNCTION public.fixture_fleet_size(text);
DROP TABLE cloud.cabin;
DROP TABLE public.cabin;
DROP TRIGGER ship_goes_with_harbor_id ON public.harbor;
DROP TABLE cloud.ship;
DROP TABLE public.ship;
