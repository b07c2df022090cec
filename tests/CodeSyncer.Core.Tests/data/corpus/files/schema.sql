-- Schema of the shop, PostgreSQL 16
-- @codesyncer-context: production runs on 16, the test machine on 15
-- @codesyncer-decision(id=DB-1, 2025-01-20): bigint keys, no UUID
--    (index size, and nobody merges databases)

CREATE TABLE customer (
    id      bigint PRIMARY KEY,
    email   text NOT NULL UNIQUE, -- @codesyncer-rule: lower case, see trigger
    note    text DEFAULT '-- @codesyncer-todo: string',
    created timestamptz NOT NULL DEFAULT now()
);

/* @codesyncer-tradeoff: no foreign key from event to customer
 * - import is twice as fast
 * - orphans are possible, a nightly job removes them
 */
CREATE TABLE event (
    id bigint PRIMARY KEY,
    customer_id bigint,
    "-- @codesyncer-todo: a column" text
);

CREATE FUNCTION lower_email() RETURNS trigger AS $$
BEGIN
    -- @codesyncer-why: citext was slower in the join
    NEW.email := lower(NEW.email);
    RETURN NEW;
END
$$ LANGUAGE plpgsql;

-- @codesyncer-inference: 고객은 10만 명을 넘지 않는다 (영업팀 메일)
-- @codesyncer-todo: "partition by month when over 50 million rows"
CREATE INDEX event_customer ON event (customer_id); -- @codesyncer-work:DB-17 concurrently

SELECT 'it''s -- @codesyncer-todo: escaped' AS x; -- @codesyncer-reference: docs/db.md
