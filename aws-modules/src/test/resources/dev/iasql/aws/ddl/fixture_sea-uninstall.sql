DROP TABLE cloud.weather;
DROP TABLE public.weather;
DROP TABLE cloud.harbor;
DROP TABLE public.harbor;
