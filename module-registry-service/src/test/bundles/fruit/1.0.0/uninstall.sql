DROP TABLE public.fruit;
