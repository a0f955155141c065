DROP TABLE public.basket;
