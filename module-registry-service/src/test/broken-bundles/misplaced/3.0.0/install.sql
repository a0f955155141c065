CREATE TABLE public.misplaced (name text PRIMARY KEY);
