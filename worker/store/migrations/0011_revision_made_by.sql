-- Of a push from a package (报送包): the name of who made it, as the package says; null of all others. Read with NULL it costs nothing, so it may stand behind ids.
ALTER TABLE revision ADD COLUMN made_by TEXT;
