from milpa.conglomerates.models.counterpart import CounterpartAppointed, CounterpartEnded
from milpa.conglomerates.models.enterprise import Enterprise, Post, PostEnded

__all__ = ["CounterpartAppointed", "CounterpartEnded", "Enterprise", "Post", "PostEnded"]
