-- The credential that made the version; null of versions made before this was kept.
ALTER TABLE plan ADD COLUMN principal TEXT;
