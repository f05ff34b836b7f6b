-- A lost request is known by its id alone: a package is sent under whichever credential opens it.
CREATE INDEX lost_request_by_request ON lost_request (workspace, request);
