-- Takes away all that install.sql made, users of it before what they use.
DROP TABLE ${name}_note;
