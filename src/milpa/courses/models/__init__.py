from milpa.courses.models.asking import AskTry
from milpa.courses.models.certificate import CertificateIssued
from milpa.courses.models.course import Block, Course, CoursePublished, Lesson, LessonServes, Practice, Question, Unit
from milpa.courses.models.edition import Attendance, CourseEdition, EditionClosed, EditionInstructor, Session, UnitDay
from milpa.courses.models.enrolment import Accompanied, Enrolment, EnrolmentClosed, PlaceAsked, PlaceGivenUp, PlaceOffered
from milpa.courses.models.group import EditionGroup, GroupChosen
from milpa.courses.models.helping import HelpAsked, HelpGiven
from milpa.courses.models.practice import PracticeCommented, PracticeSent

__all__ = [
    "Accompanied",
    "AskTry",
    "Attendance",
    "Block",
    "CertificateIssued",
    "Course",
    "CourseEdition",
    "CoursePublished",
    "EditionClosed",
    "EditionGroup",
    "EditionInstructor",
    "Enrolment",
    "EnrolmentClosed",
    "GroupChosen",
    "HelpAsked",
    "HelpGiven",
    "Lesson",
    "LessonServes",
    "PlaceAsked",
    "PlaceGivenUp",
    "PlaceOffered",
    "Practice",
    "PracticeCommented",
    "PracticeSent",
    "Question",
    "Session",
    "Unit",
    "UnitDay",
]
