"""Why a file is not taken."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class WrongType(Refusal):
    code = "wrong_type"
    sentence = _("“{name}” is not a kind of file that fits here. What you wrote is kept. Choose {allowed}.")


class CarriesPrograms(WrongType):
    """SVG and HTML can carry a program that would act in the reader's name."""

    sentence = _(
        "“{name}” is a drawing or page that can carry a program inside, so it is not taken. What you wrote is kept. Choose {allowed}."
    )


class Damaged(Refusal):
    code = "damaged_file"
    sentence = _(
        "“{name}” cannot be read: it is damaged or incomplete. What you wrote is kept. "
        "Open it on your device, save it again and choose that copy."
    )


class EmptyFile(Refusal):
    code = "empty_file"
    sentence = _("“{name}” is empty. What you wrote is kept. Choose it again.")


class TooLarge(Refusal):
    code = "too_large"
    status = 413
    sentence = _("“{name}” weighs {size}; at most {most} are taken. What you wrote is kept. Choose a smaller copy.")


class TooManyPixels(Refusal):
    code = "too_many_pixels"
    sentence = _(
        "The picture “{name}” is too large to open: at most {most} million points are taken. What you wrote is kept. Choose a smaller copy."
    )
