-- Version 2. The trade is a code of the official list (NACE) instead of a word of the profile's
-- own list; an assessment is stamped with its weights and with the official figures it met.
ALTER TABLE company RENAME COLUMN sector TO nace;
UPDATE company SET nace = CASE nace
	WHEN 'furniture' THEN '31' WHEN 'wood' THEN '16' WHEN 'metal' THEN '25' WHEN 'food' THEN '10' ELSE '' END;
ALTER TABLE assessment ADD COLUMN weights TEXT NOT NULL DEFAULT 'standard';
ALTER TABLE assessment ADD COLUMN benchmarks TEXT NOT NULL DEFAULT '';
