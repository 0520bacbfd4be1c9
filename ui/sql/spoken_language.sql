-- one row per country and language in a script that is used there
select country, locale, language, percent, official, source_id from spoken_language
order by country, locale
