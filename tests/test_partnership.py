"""Real figures of who is at work, each counted by hand in the publisher's files."""

import duckdb

# The 36 files of ANAC have 239 lines of the province FIRENZE. Of these 163 are only probably
# about reception and 6 name a contract (CIG) again; none ended without an award. The 70 that
# are left name 12 buyers, here as the files write them, with how many contracts each.
FIRENZE = {
    "PREFETTURA DI FIRENZE": 32,
    "COMUNE DI FIRENZE": 14,
    "SOCIETA' DELLA SALUTE AREA PRATESE": 8,
    "SOCIETA' DELLA SALUTE DI FIRENZE": 3,
    "UNIONE MONTANA DEI COMUNI DEL MUGELLO": 3,
    "UNIONE DEI COMUNI CIRCONDARIO DELL'EMPOLESE VALDELSA": 2,
    "COMUNE DI SESTO FIORENTINO": 2,
    "COMUNE DI GREVE IN CHIANTI": 2,
    "UNIONE COMUNALE DEL CHIANTI FIORENTINO": 1,
    "COMUNE DI PONTASSIEVE": 1,
}
# Names that do not say what kind of body they are: not listed, one contract each.
NOT_LISTED = ("AZIENDA OSPEDALIERO UNIVERSITARIA A. MEYER",
              "COMANDO GENERALE ARMA CARABINIERI CENTRO UNICO CONTRATTUALE")  # fmt: skip


def test_the_buyers_of_firenze_are_those_counted_by_hand(dataset: duckdb.DuckDBPyConnection):
    found = dataset.execute(
        "select name, contracts from at_work inner join organisation using (organisation_id)"
        " where at_work.territory_id = 'ITI14' and service = 'reception'"
    ).fetchall()
    assert dict(found) == FIRENZE
    assert not {name for name, _ in found} & set(NOT_LISTED)


def test_buyers_and_those_not_listed_make_all_contracts_of_the_province(dataset):
    (counted,) = dataset.execute(
        "select sum(value) from observation where measure_id = 'reception_contracts_count'"
        " and territory_id = 'ITI14'"
    ).fetchone()
    assert sum(FIRENZE.values()) + len(NOT_LISTED) == counted == 70


def test_no_agreement_is_made_of_contracts_whose_winner_is_not_named(dataset):
    (italian,) = dataset.execute(
        "select count(*) from partnership where territory_id like 'IT%'"
    ).fetchone()
    assert italian == 0


def test_no_published_list_of_actors_is_complete(dataset):
    found = dataset.execute("select distinct complete from actor_list").fetchall()
    assert found == [(False,)]


def test_the_commission_s_consultation_is_on_record(dataset):
    found = dataset.execute(
        "select territory_id, replies, newcomer_replies from consultation"
    ).fetchall()
    assert found == [("EU27_2020", 864, None)]
