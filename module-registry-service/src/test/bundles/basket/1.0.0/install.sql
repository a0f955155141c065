CREATE TABLE public.basket (name text PRIMARY KEY);
