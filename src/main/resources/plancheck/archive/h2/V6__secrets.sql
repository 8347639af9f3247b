-- A sealed secret is longer than the secret. Those that are there are sealed at the next start.
alter table webhook alter column secret set data type varchar(300);
