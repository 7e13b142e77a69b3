"""A facilitator's laptop that sleeps in the middle of the vote: phones wait, catch up by themselves, and nobody is counted twice."""

import os
import signal
import socket
import threading
import time
from contextlib import closing
from uuid import uuid4

from playwright.sync_api import expect

from milpa import ledger
from milpa.workshops.actions import voting, writing
from milpa.workshops.models import Ballot, BallotMark, Card, Vote
from tests.workshops.test_crash import voting as seeded_vote
from tests.workshops.test_phone import grouped as seeded_groups
from tests.workshops.test_phone import opened
from tests.workshops.views.test_phone_room import JSON, holds
from tests.workshops.voters import Voters

WITHIN = 5.0  # seconds from waking


def listening(site, workshop: str, cookie: str) -> socket.socket:
    """A phone that listens, and has heard how things stand."""
    phone = socket.create_connection(("127.0.0.1", site.port), timeout=30)
    phone.sendall(f"GET /live/workshop/{workshop} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode())
    hears(phone, b"event: screen")
    return phone


def hears(phone: socket.socket, words: bytes) -> bytes:
    heard = b""
    while words not in heard:
        block = phone.recv(65_536)
        assert block, "the server hung up"
        heard += block
    return heard


def test_votes_sent_to_a_sleeping_laptop_are_taken_once_when_it_wakes_and_the_phones_go_on_listening(served):
    site = served(seeded_vote)
    told = site.seeded
    voters = Voters(site.port, **{name: told[name] for name in ("slug", "vote", "groups", "cookies")})
    voters.ballots = {str(uuid4()): (cookie, voters.groups[0]) for cookie in voters.cookies}
    vote = Vote.objects.get(id=told["vote"])
    with closing(listening(site, str(vote.workshop_id), voters.cookies[0])) as phone:
        os.killpg(site.process.pid, signal.SIGSTOP)
        sending = [threading.Thread(target=voters._cast, args=(id,)) for id in voters.ballots for _twice in range(2)]
        for thread in sending:
            thread.start()
        assert not voters.acknowledged
        os.killpg(site.process.pid, signal.SIGCONT)
        woken = time.monotonic()
        for thread in sending:
            thread.join()
        assert voters.acknowledged == set(voters.ballots)
        assert Ballot.objects.count() == BallotMark.objects.count() == len(voters.cookies)
        voting.close_vote(vote.by, vote.id, ledger.uuid7())
        heard = hears(phone, b'"mode":"counted"')
        assert f"{len(voters.cookies)} personas votaron".encode() in heard
        assert time.monotonic() - woken < WITHIN


def test_a_phone_says_that_its_vote_waits_while_the_laptop_sleeps_and_shows_the_result_afterwards(served, page_phone):
    site = served(seeded_groups)
    story = site.seeded
    vote = story.open_vote(dots_each=1)
    page_phone.clock.install()
    opened(page_phone, site, story.rosa)
    page_phone.get_by_label("Vender directo").check()
    os.killpg(site.process.pid, signal.SIGSTOP)
    page_phone.get_by_role("button", name="Enviar mi voto").click()
    page_phone.clock.fast_forward(11_000)
    expect(page_phone.get_by_text("se enviará solo")).to_be_visible()
    os.killpg(site.process.pid, signal.SIGCONT)
    page_phone.clock.fast_forward(5_000)
    expect(page_phone.get_by_text("Su voto está guardado")).to_be_visible()
    assert Ballot.objects.count() == 1
    voting.close_vote(story.beto, vote.id, ledger.uuid7())
    expect(page_phone.get_by_text("1 persona votó")).to_be_visible()


def test_a_laptop_whose_clock_jumps_by_years_keeps_the_order_and_throws_no_phone_out(client, grouped, at):
    grouped.open_vote(dots_each=1)
    group = grouped.vote.groups[0]
    first = writing.write_card(grouped.tomas.person, grouped.id, ledger.uuid7(), "Antes del salto")
    at.move(days=900)
    typed = {"form_id": str(uuid4()), "vote": str(grouped.vote.id), "groups": group}
    answer = client.post(f"{holds(client, grouped.rosa)}vote/", typed, **JSON)
    assert answer.json()["stored"]
    at.move(days=-1800)
    second = writing.write_card(grouped.rosa.person, grouped.id, ledger.uuid7(), "Después del salto")
    order = list(Card.objects.filter(id__in=[first.id, second.id]).order_by("recorded_at"))
    assert order == [first, second]
