CREATE TABLE public.orchard (name text PRIMARY KEY);
