DROP TABLE public.misplaced;
