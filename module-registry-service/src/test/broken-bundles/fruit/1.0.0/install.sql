CREATE TABLE public.fruit (name text PRIMARY KEY);
