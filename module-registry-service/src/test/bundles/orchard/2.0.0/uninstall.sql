DROP TABLE public.orchard;
