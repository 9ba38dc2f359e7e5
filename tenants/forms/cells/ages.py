"""Ages: 76, 76岁, ７６, 七十六周岁; or a date of birth in their place. One reader for cells and pages: `hub.numbers`."""

from hub.numbers import OLDEST as OLDEST
from hub.numbers import read_age as read_age
