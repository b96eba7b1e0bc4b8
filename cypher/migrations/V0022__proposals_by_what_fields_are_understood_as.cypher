DROP INDEX field_proposed_element IF EXISTS;
