-- Run once in each database by its superuser. The owner migrates, the runtime role reads and writes and defines nothing;
-- both are named after the database, and nobody else gets in.
DO $$
DECLARE
    db text := current_database();
    owner_role text := current_database() || '_owner';
    runtime_role text := current_database();
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = runtime_role) THEN
        EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', runtime_role);
    END IF;
    EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', runtime_role, '30s');
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', runtime_role, '60s');
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', db);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I', db, owner_role, runtime_role);
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    EXECUTE format('GRANT CREATE, USAGE ON SCHEMA public TO %I', owner_role);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', runtime_role);
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', owner_role, runtime_role);
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT USAGE ON SEQUENCES TO %I', owner_role, runtime_role);
END $$;
